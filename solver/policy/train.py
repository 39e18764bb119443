"""Training: from examples to weights, with checkpoints, curves and a model card."""

from __future__ import annotations

import math
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from solver.errors import PolicyError
from solver.policy.batches import batches, collated, losses, order
from solver.policy.choices import REACHED, STAGES
from solver.policy.config import Config
from solver.policy.examples import Example
from solver.policy.network import Network, Shape
from solver.policy.ranks import Accuracy, before_trials, rank

#: Seconds between checkpoints.
OFTEN = 120.0
#: Steps of a run have seeds of their own: fewer than this.
SEEDS = 2**24


@dataclass(frozen=True)
class Progress:
    """After an epoch. loss, held_out: of the candidates; value: of the values, in bits (held out)."""

    epoch: int
    steps: int
    seconds: float
    loss: float
    held_out: float
    value: float
    accuracy: Accuracy


@dataclass
class Run:
    """Where a training run stands. seconds: of work, in all its parts; total: the losses of the epoch so far, summed."""

    network: Network
    optimiser: torch.optim.Optimizer
    epoch: int = 0
    step: int = 0  # of the epoch
    steps: int = 0
    seconds: float = 0.0
    total: float = 0.0
    curve: list[Progress] = field(default_factory=list)


def train(
    examples: Sequence[Example],
    held_out: Sequence[Example],
    config: Config,
    *,
    seed: int = 0,
    threads: int = 1,
    checkpoint: Path | None = None,
    resume: bool = False,
    observe: Callable[[Run, int], None] = lambda run, steps: None,
) -> Run:
    """Train a network, or go on with what the checkpoint says; the same seed and threads give the same weights.

    checkpoint: the file that is written now and then, and on Ctrl-C, which is raised again then. observe: called after
    each step with the number of steps there will be. On a GPU, if there is one, in mixed precision.
    """
    if not examples:
        raise PolicyError("there is nothing to train on", hint="no record gave an example: see porism data stats")
    torch.set_num_threads(threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = _begun(config, seed, device)
    if resume and checkpoint is not None:
        _restore(run, checkpoint, config, seed, len(examples))
    steps = config.epochs * math.ceil(len(examples) / config.batch)
    saved = time.monotonic()
    with _interruptions() as is_interrupted:
        while run.epoch < config.epochs:
            for batch, targets in batches(examples, order(len(examples), config.batch, seed, run.epoch)[run.step :]):
                started = time.monotonic()
                for group in run.optimiser.param_groups:
                    group["lr"] = config.rate * _schedule(run.steps, steps, config.warmup)
                batch, targets = batch.to(device), targets.to(device)
                torch.manual_seed(
                    (seed * SEEDS + run.steps) % 2**63
                )  # of what is left out: the same after an interruption
                with torch.autocast(device, torch.bfloat16) if device == "cuda" else nullcontext():
                    scores, values = run.network(batch)
                loss, off = losses(scores, values, batch, targets)
                run.optimiser.zero_grad(set_to_none=True)
                (loss + config.value * off).backward()  # type: ignore[no-untyped-call]
                torch.nn.utils.clip_grad_norm_(run.network.parameters(), config.clip)
                run.optimiser.step()
                run.step += 1
                run.steps += 1
                run.total += loss.item()
                run.seconds += time.monotonic() - started
                observe(run, steps)
                if checkpoint is not None and (is_interrupted() or time.monotonic() - saved > OFTEN):
                    _save(run, checkpoint, config, seed, len(examples))
                    saved = time.monotonic()
                if is_interrupted():
                    raise KeyboardInterrupt
            _end_epoch(run, held_out, device)
            if checkpoint is not None:
                _save(run, checkpoint, config, seed, len(examples))
    return run


def _begun(config: Config, seed: int, device: str) -> Run:
    torch.manual_seed(seed)
    network = Network(Shape(config.width, config.rounds), config.dropout).to(device)
    # Vectors of kinds and roles, norms and biases don't decay.
    matrices = {name for name, module in network.named_modules() if isinstance(module, torch.nn.Linear)}
    decaying = {name for name, _ in network.named_parameters() if name.removesuffix(".weight") in matrices}
    groups = [
        {"params": [p for name, p in network.named_parameters() if (name in decaying) == decays], "weight_decay": decay}
        for decays, decay in ((True, config.decay), (False, 0.0))
    ]
    return Run(network, torch.optim.AdamW(groups, lr=config.rate))


def _schedule(step: int, steps: int, warmup: int) -> float:
    """The share of the highest rate: linear to it, then half a cosine to 0."""
    warmup = min(warmup, steps // 10)
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(steps - warmup, 1)))


def _end_epoch(run: Run, held_out: Sequence[Example], device: str) -> None:
    started = time.monotonic()
    loss, value, accuracy = validated(run.network, held_out, device)
    run.seconds += time.monotonic() - started
    done = Progress(run.epoch + 1, run.steps, run.seconds, run.total / max(run.step, 1), loss, value, accuracy)
    run.curve.append(done)
    run.epoch, run.step, run.total = run.epoch + 1, 0, 0.0


@torch.no_grad()
def validated(network: Network, examples: Sequence[Example], device: str) -> tuple[float, float, Accuracy]:
    """Losses of candidates and values, and the accuracy, on examples that should have all their candidates."""
    network.eval()
    of_candidates, of_values, ranks = [], [], []
    for i in range(len(examples)):
        example = examples[i]
        batch, targets = collated([example])
        batch, targets = batch.to(device), targets.to(device)
        scores, values = network(batch)
        loss, off = losses(scores, values, batch, targets)
        of_candidates.append(loss.item())
        of_values.append(off.item())
        ranks.append(rank(scores.float().cpu().numpy(), example.positive.astype(bool), example.places))
    network.train()
    nothing = float("nan")
    means = (float(np.mean(x)) if x else nothing for x in (of_candidates, of_values))
    return (*means, Accuracy.of(ranks))  # type: ignore[return-value]


def accuracy_before(examples: Sequence[Example]) -> Accuracy:
    """The accuracy of the search's order without a policy, on examples that have all their candidates."""
    ranks = []
    for i in range(len(examples)):
        hints = examples[i].hints.astype(np.float64)
        scores = before_trials(np.expm1(hints[:, REACHED]), hints[:, STAGES] @ np.arange(3))
        ranks.append(rank(scores, examples[i].positive.astype(bool), examples[i].places))
    return Accuracy.of(ranks)


@contextmanager
def _interruptions() -> Iterator[Callable[[], bool]]:
    """Ctrl-C waits for the end of a step: whether it came."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        yield lambda: bool(came)
    finally:
        signal.signal(signal.SIGINT, before)


def _save(run: Run, path: Path, config: Config, seed: int, examples: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {
        "of": _identity(config, seed, examples),
        "network": run.network.state_dict(),
        "optimiser": run.optimiser.state_dict(),
        "at": [run.epoch, run.step, run.steps, run.seconds, run.total],
        "curve": [(p.epoch, p.steps, p.seconds, p.loss, p.held_out, p.value, *_flat(p.accuracy)) for p in run.curve],
    }
    beside = path.with_name(path.name + ".new")
    torch.save(state, beside)
    beside.replace(path)


def _restore(run: Run, path: Path, config: Config, seed: int, examples: int) -> None:
    try:
        state = torch.load(path, weights_only=True, map_location=next(run.network.parameters()).device)
    except FileNotFoundError:
        raise PolicyError(f"there is no checkpoint {path} to resume", hint="leave --resume out to begin") from None
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise PolicyError(f"{path} is no checkpoint: {str(error)[:100]}", hint="leave --resume out to begin") from None
    if state["of"] != _identity(config, seed, examples):
        raise PolicyError(
            f"{path} is of another run: its configuration, its seed or its data differ",
            hint="resume with what it was begun with, or leave --resume out to begin anew",
        )
    run.network.load_state_dict(state["network"])
    run.optimiser.load_state_dict(state["optimiser"])
    run.epoch, run.step, run.steps, run.seconds, run.total = state["at"]
    run.curve = [_progress(row) for row in state["curve"]]


def _identity(config: Config, seed: int, examples: int) -> str:
    return f"{config.as_dict()} seed {seed}, {examples} examples"


def _flat(accuracy: Accuracy) -> tuple[float, ...]:
    return (*accuracy.top, accuracy.median, accuracy.nodes)


def _progress(row: Sequence[float]) -> Progress:
    epoch, steps, seconds, loss, held_out, value, *top, median, nodes = row
    accuracy = Accuracy(tuple(top), median, int(nodes))
    return Progress(int(epoch), int(steps), seconds, loss, held_out, value, accuracy)
