"""`porism train` and `porism policy list | evaluate`: policies of the search, trained and measured."""

from __future__ import annotations

import importlib.util
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from solver.cli.executing import executor_for
from solver.cli.options import Jobs, Ray, Seed
from solver.errors import PolicyError
from solver.runtime.files import require_writable

if TYPE_CHECKING:
    from solver.policy.train import Run

app = typer.Typer(
    help="Policies of the search: list them, measure them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

#: What the processes of these commands need.
PRELOAD = ("solver.policy.evaluate",)

DataFolder = Annotated[Path, typer.Argument(help="a folder of records, as porism generate writes them")]


def train(
    data: DataFolder,
    out: Annotated[Path, typer.Option("--out", help="models/NAME: NAME.safetensors and its card are written there")],
    config: Annotated[
        Path | None, typer.Option("--config", help="a TOML file with the settings of the training")
    ] = None,
    from_search: Annotated[
        list[Path] | None,
        typer.Option("--from-search", help="a folder of records that the search found, as well (repeatable)"),
    ] = None,
    seed: Seed = 0,
    jobs: Jobs = 2,
    resume: Annotated[bool, typer.Option("--resume", help="go on from the checkpoint beside --out")] = False,
    ray: Ray = None,
) -> None:
    """Train a policy on records: weights, a model card and curves. Ctrl-C keeps a checkpoint.

    Examples are made by --jobs processes, or on the cluster of --ray; the training itself runs here, by --jobs threads.
    """
    if importlib.util.find_spec("torch") is None:
        raise PolicyError("porism train needs PyTorch, which isn't installed", hint="pip install 'porism[train]'")
    from solver.policy.config import Config, read_config
    from solver.policy.data import Data, prepared
    from solver.policy.model import Provenance, write_model
    from solver.policy.train import accuracy_before
    from solver.policy.train import train as trained

    require_writable(out.with_name(f"{out.name}.safetensors"))
    chosen = read_config(config) if config else Config()
    folders = [data, *(from_search or ())]
    with _progress() as shown:
        parts = []
        with closing(executor_for(jobs, ray, PRELOAD)) as executor:
            for folder in folders:
                parts.append(prepared(folder, chosen, executor, shown(f"examples of {folder.name}")))
        both = Data.joined(parts)
        checkpoint = out.with_name(out.name + ".checkpoint")
        said = shown("training")

        def observe(run: Run, steps: int) -> None:
            loss = run.total / max(run.step, 1)
            top = f", held out: top 10 {100 * run.curve[-1].accuracy.top[1]:.0f} %" if run.curve else ""
            said(run.steps, steps, f"epoch {run.epoch + 1}, loss {loss:.3f}{top}")

        run = trained(
            both.training, both.held_out, chosen,
            seed=seed, threads=jobs, checkpoint=checkpoint, resume=resume, observe=observe,
        )  # fmt: skip
    command = shlex.join(["porism", *sys.argv[1:]])
    names = [folder.name for folder in folders]
    provenance = Provenance(
        command, names, both.records, len(both.training), seed, jobs, accuracy_before(both.held_out)
    )
    for path in write_model(out, run.network, chosen, run.curve, provenance):
        print(path)
    checkpoint.unlink(missing_ok=True)


@app.command("list")
def list_() -> None:
    """List the policies that there are."""
    from solver.policy.inference import policies

    for name, path in policies().items():
        print(f"{name}  {path}")
    if not policies():
        print("there is no policy: porism train makes one")


@app.command()
def evaluate(
    data: DataFolder,
    policy: Annotated[str, typer.Option("--policy", help="a name in models/, or a .safetensors file")],
    records: Annotated[int, typer.Option("--records", min=1, help="the largest number of held-out records")] = 500,
    jobs: Jobs = 2,
    trials: Annotated[
        bool,
        typer.Option("--trials", help="also compare with the search's heuristics, which have to try all candidates"),
    ] = False,
    ray: Ray = None,
) -> None:
    """Say how often the needed construction is among the first 1, 10, 100, on records held out of training."""
    from solver.policy.evaluate import evaluated
    from solver.policy.inference import load_policy
    from solver.policy.ranks import TOP
    from solver.records.dataset import Dataset

    loaded = load_policy(policy)
    held_out = islice(Dataset(data).held_out(), records)
    print(f"{'order':<42}" + "".join(f"{f'top {k}':>10}" for k in TOP) + f"{'median':>9}{'nodes':>8}")
    with closing(executor_for(jobs, ray, PRELOAD)) as executor:
        found = evaluated(held_out, loaded, executor, trials=trials)
    for name, accuracy in found.items():
        shares = "".join(f"{100 * share:>8.1f} %" for share in accuracy.top)
        print(f"{name:<42}{shares}{accuracy.median:>9.1f}{accuracy.nodes:>8}")


@contextmanager
def _progress() -> Iterator[Callable[[str], Callable[..., None]]]:
    """Bars on standard error, one for each piece of work: called with what is done, of how much, and a word on it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,}"), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[note]}"), console=Console(stderr=True)) as progress:

        def begun(name: str) -> Callable[..., None]:
            task = progress.add_task(name, total=None, note="")
            return lambda done, total=None, note="": progress.update(task, completed=done, total=total, note=note)

        yield begun
