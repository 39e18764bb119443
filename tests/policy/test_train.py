"""Training: the loss falls, a run that was interrupted goes on to the same weights, the model left behind can be used."""

from __future__ import annotations

import os
import signal
from functools import cache
from pathlib import Path

import pytest

from solver.errors import PolicyError
from solver.policy.config import Config
from solver.policy.examples import Examples, examples_of
from solver.policy.inference import load_policy
from tests.cli.command import run as run_command
from tests.policy.figures import FIGURES, records, root_of

for library in ("pyarrow", "igraph"):
    pytest.importorskip(library, reason=f"{library} is of the data extra: pip install 'porism[data]'")
torch = pytest.importorskip("torch", reason="PyTorch is of the training extra: pip install 'porism[train]'")

from solver.policy.network import Network, Shape  # noqa: E402
from solver.policy.train import Run, train  # noqa: E402
from solver.records.described import describe, identify  # noqa: E402
from solver.records.shards import Shard, add_shard, begin  # noqa: E402

SMALL = Config(width=16, rounds=2, epochs=6, batch=4, warmup=2, rate=5e-3)


@cache
def examples() -> Examples:
    return Examples.of([e for r in records() for e in examples_of(r, 30)])


def weights(run: Run) -> dict[str, object]:
    return {name: w.tolist() for name, w in run.network.state_dict().items()}


def test_a_few_steps_lower_the_loss() -> None:
    run = train(examples(), [examples()[0]], SMALL)
    assert run.curve[-1].loss < 0.8 * run.curve[0].loss
    assert run.curve[-1].accuracy.nodes == 1


def test_a_run_that_was_interrupted_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    whole = train(examples(), (), SMALL, seed=3)

    def interrupt(run: Run, steps: int) -> None:
        if run.steps == 6:  # in the midst of the second epoch
            os.kill(os.getpid(), signal.SIGINT)

    checkpoint = tmp_path / "small.checkpoint"
    with pytest.raises(KeyboardInterrupt):
        train(examples(), (), SMALL, seed=3, checkpoint=checkpoint, observe=interrupt)
    resumed = train(examples(), (), SMALL, seed=3, checkpoint=checkpoint, resume=True)
    assert weights(resumed) == weights(whole)
    assert [p.loss for p in resumed.curve] == [p.loss for p in whole.curve]
    with pytest.raises(PolicyError, match="another run"):
        train(examples(), (), SMALL, seed=4, checkpoint=checkpoint, resume=True)


def test_the_command_leaves_a_model_that_the_search_can_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [describe(identify(r)) for r in records()]
    add_shard(tmp_path / "data", begin(tmp_path / "data", 0, {}), rows, Shard("", 0, (0, len(rows)), 0.0))
    (tmp_path / "small.toml").write_text("width = 16\nepochs = 2\nbatch = 4\n")
    out = tmp_path / "models" / "small"
    done = run_command(
        capsys, "train", tmp_path / "data", "--out", out, "--config", tmp_path / "small.toml", "--jobs", 1
    )
    assert done.code == 0, done.err
    assert "seed 0, 1 threads" in out.with_suffix(".md").read_text()
    policy = load_policy(str(out.with_suffix(".safetensors")))
    problem, _, node = root_of(FIGURES[0])
    candidates = node.candidates(1)
    assert policy.prior(problem, problem.goal).scores(node, candidates).shape == (len(candidates),)
    out.with_suffix(".json").write_text("{}")
    with pytest.raises(PolicyError, match="doesn't describe a policy"):
        load_policy(str(out.with_suffix(".safetensors")))


def test_data_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    done = run_command(capsys, "train", tmp_path / "nothing", "--out", tmp_path / "x")
    assert done.code == 2 and "has no manifest.json" in done.err


def test_the_default_network_is_small() -> None:
    assert sum(w.numel() for w in Network(Shape()).parameters()) < 300_000
