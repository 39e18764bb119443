"""`porism theorems list | show | test | docs`: the theorem library on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatchcase
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from solver.cli.theorem_pages import coverage_page, reference_page
from solver.errors import ParseError
from solver.knowledge.examine import Examination, examine
from solver.knowledge.library import library, read_own
from solver.knowledge.record import path_of_records, record_of, write_records
from solver.knowledge.theorem import Kind, Theorem
from solver.knowledge.write import claim_as_text, theorem_as_text
from solver.language.syntax import nearest
from solver.soundness.cover import test_problem

app = typer.Typer(
    help="The theorem library: list and show its entries, test them, write their reference pages.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Files = Annotated[list[Path] | None, typer.Option("--theorems", help="a file of your own theorems (repeatable)")]


def _all(files: Sequence[Path] | None) -> tuple[Theorem, ...]:
    return (*library(), *(t for f in files or () for t in read_own(f)))


def _matching(theorems: Sequence[Theorem], only: str) -> list[Theorem]:
    """Raises ParseError where there is none."""
    found = [t for t in theorems if fnmatchcase(t.id, only)]
    if not found:
        raise ParseError(f"no name matches {only!r:.60}", None, "see porism theorems list")
    return found


@app.command("list")
def list_(
    theorems: Files = None,
    only: Annotated[str, typer.Option("--only", help="ids that match this pattern, like miquel*")] = "*",
) -> None:
    """List the entries: id, what the engine does with it, name."""
    shown = _matching(_all(theorems), only)
    width = max((len(t.id) for t in shown), default=0)
    for t in shown:
        print(f"{t.id:<{width}}  {_use(t):<8}  {t.name}  {t.chinese}".rstrip())
    run = sum(t.is_run for t in shown)
    print(f"{len(shown)} entries: {run} are run, the others are built in or covered by what is built in")


def _use(theorem: Theorem) -> str:
    return "built in" if theorem.kind is Kind.THEORY else "run" if theorem.is_run else "covered"


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="the theorem's id")],
    theorems: Files = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="seed of the example")] = 0,
) -> None:
    """Show one entry as it stands in its file, and a problem that it proves."""
    found = {t.id: t for t in _all(theorems)}
    if name not in found:
        raise ParseError(f"there is no theorem {name!r:.60}", None, nearest(name, found, "see porism theorems list"))
    print(theorem_as_text(found[name]), end="")
    problem = test_problem(found[name], seed)
    if problem is not None:
        print(f"\nA problem that it solves:\n{problem}")


@app.command()
def test(
    files: Annotated[list[Path] | None, typer.Argument(help="files of theorems; the library where left out")] = None,
    only: Annotated[str, typer.Option("--only", help="ids that match this pattern")] = "*",
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="processes side by side")] = 2,
    seed: Annotated[int, typer.Option("--seed", min=0, help="seed of all randomness")] = 0,
    record: Annotated[bool, typer.Option("--record", help="keep the library's results in its folder")] = False,
) -> None:
    """Test theorems on random figures. Exit code 0: all hold; 1: one fails, with its counterexample."""
    theorems = [t for f in files for t in read_own(f)] if files else list(library())
    theorems = _matching(theorems, only)
    found = []
    for examination in _examined(theorems, jobs, seed):
        print(_report(examination), flush=True)
        found.append(examination)
    failed = [e for e in found if not e.is_true]
    if record and not files and not failed:
        write_records(((e.theorem.id, record_of(e)) for e in found), path_of_records())
    print(f"{len(found) - len(failed)} of {len(found)} hold (seed {seed})")
    raise typer.Exit(1 if failed else 0)


def _examined(theorems: Sequence[Theorem], jobs: int, seed: int) -> Iterator[Examination]:
    if jobs == 1 or len(theorems) < 4:
        yield from (examine(t, seed=seed) for t in theorems)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        futures = [pool.submit(examine, t, seed=seed) for t in theorems]
        for future in futures:
            yield future.result()


def _report(e: Examination) -> str:
    if e.counterexample is not None:
        places, claim = e.counterexample
        lines = [f"{e.theorem.id}: FALSE, {claim_as_text(claim)} fails here:"]
        lines += [f"  {p} = ({z.real:.9g}, {z.imag:.9g})" for p, z in places.items()]
        return "\n".join(lines)
    if not e.is_true:
        return f"{e.theorem.id}: no figure was found in which its premises and conditions hold"
    line = f"{e.theorem.id}: holds in {e.instances} figures to {e.digits} digits and in {e.special} special ones"
    if e.algebra is not None:
        line += f"; {e.algebra.value}"
    return line + "".join(f"\n  never needed: {claim_as_text(p)}" for p in e.never_needed)


@app.command()
def docs(
    out: Annotated[Path, typer.Option("--out", help="folder for theorems.md and coverage.md")] = Path("docs"),
) -> None:
    """Write the reference pages of the library."""
    out.mkdir(parents=True, exist_ok=True)
    for name, text in (("theorems.md", reference_page()), ("coverage.md", coverage_page())):
        (out / name).write_text(text, encoding="utf-8")
        print(out / name, file=sys.stdout)
