"""The commands: each reads its input, calls the library and prints what came out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import Progress

from solver import __version__
from solver.bench.ablation import as_table, run_ablation
from solver.bench.compare import compare as comparison_of
from solver.bench.compare import read_run
from solver.bench.records import NOT_RUN, RESULTS, read_results
from solver.bench.run import PROGRESS_COLUMNS, BenchOptions, run_bench
from solver.bench.soundness import SoundnessReport, run_soundness
from solver.checker import CheckReport, TheoremStatement, check_certificate, read_certificate
from solver.checking import library_statements
from solver.cli import generating, remembering, training
from solver.cli import theorems as theorem_commands
from solver.cli.attacking import attacked
from solver.cli.command_group import CommandGroup
from solver.cli.comparing import comparisons_as_json, comparisons_as_text
from solver.cli.exploring import say_what_can_be_said
from solver.cli.figures import Draw, construction_svg, drawing_for, numbered, require_places, save_figure
from solver.cli.isolated import run_isolated, run_observed
from solver.cli.options import (
    Assume,
    Format,
    Goal,
    HowToProve,
    Jobs,
    Memory,
    MemoryLimit,
    Name,
    NoSearch,
    Only,
    OutFile,
    OutputFormat,
    OwnTheorems,
    PolicyName,
    ProblemFiles,
    ProofForm,
    Quiet,
    Resume,
    SearchBudget,
    Seed,
    Source,
    Target,
    Threads,
    Timeout,
    Trust,
    search_budget,
    strategy_for,
    threads_of_use,
)
from solver.cli.problems import app as problems_app
from solver.cli.progress import search_progress
from solver.cli.report import (
    Report,
    bench_as_text,
    check_as_json,
    check_as_text,
    construction_as_object,
    construction_as_text,
    report_on,
    soundness_as_object,
    soundness_as_text,
    statement_read,
    to_json,
)
from solver.cli.sources import read_file, read_source, read_suite, write
from solver.content import content_folder
from solver.diagram.build import GOAL, build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.solve import configurations
from solver.diagram.truth import error_of
from solver.errors import CertificateError, DeadlineExceeded, FalseStatement, ParseError, PorismError, ProcessDied
from solver.geogebra.write import geogebra_file
from solver.knowledge.library import library, run_by_default
from solver.knowledge.own import own_theorems
from solver.knowledge.theorem import Theorem
from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructions.reference import reference_page
from solver.language.convert import Language, converted
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.syntax import nearest, shown
from solver.policy.default import BEST
from solver.proof.write.forms import Form, form_for
from solver.proving import Method, Result, Status
from solver.proving import prove as run_prove
from solver.search.strategy import Strategy
from solver.search.tree import MEGABYTE, MEMORY, Budget, SearchReport
from solver.statements.predicates import EXPLORE
from solver.verdict.assume import with_condition
from solver.verdict.survey import survey

app = typer.Typer(
    cls=CommandGroup,
    help="porism: a prover for olympiad geometry.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(problems_app, name="problems")
app.add_typer(theorem_commands.app, name="theorems")
app.add_typer(training.app, name="policy")
app.command()(training.train)
app.add_typer(generating.app, name="data")
app.command("generate")(generating.generate)
app.add_typer(remembering.app, name="memory")


def _say_version(is_asked: bool) -> None:
    if is_asked:
        print(f"porism {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="say which version this is")
    ] = False,
) -> None:
    """porism: a prover for olympiad geometry."""


@app.command()
def prove(
    source: Source,
    name: Name = None,
    goal: Goal = None,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    jobs: Jobs = 1,
    threads: Threads = 1,
    format: ProofForm = None,
    out: OutFile = None,
    figure: Annotated[
        Path | None, typer.Option("--figure", help="draw the proof's figure, or the counterexample: .svg, .png or .ggb")
    ] = None,
    method: HowToProve = Method.AUTO,
    no_search: NoSearch = False,
    search_closures: SearchBudget = None,
    memory_limit: MemoryLimit = MEMORY // MEGABYTE,
    policy: PolicyName = BEST,
    memory: Memory = None,
    theorems: OwnTheorems = None,
    trust: Trust = False,
    quiet: Quiet = False,
    assume: Annotated[
        Assume | None,
        typer.Option("--assume", help="where the goal depends on the figure: prove it in the first kind of figures"),
    ] = None,
) -> None:
    """Prove a problem. Exit code 0: proved and checked, all goals of it; 1: not proved, the verdict says why."""
    started = time.monotonic()
    if figure is not None:
        drawing_for(figure)  # refuses a suffix that isn't known before the work begins
    problem = read_source(source, name, goal)
    require_places(figure, out)
    form = form_for(out) if format is None else format
    if problem.goal.predicate is EXPLORE:
        say_what_can_be_said(problem, timeout, seed, Format.JSON if form is Form.JSON else Format.TEXT, out)
        return
    try:
        budget = search_budget(no_search, search_closures, memory_limit)
        allowed = (*run_by_default(), *own_theorems(theorems or (), trust=trust))
        strategy = strategy_for(policy, memory)
        used = threads_of_use(max(threads, jobs))
        reading = time.monotonic() - started
        left = max(0.0, timeout - reading)
        work = partial(_prove, problem, left, seed, budget, used, strategy, allowed, method, form, figure, assume)
        with search_progress() as observe:
            report = run_observed(work, left, observe)
    except DeadlineExceeded as late:
        report = report_on(Result(problem, Status.TIMEOUT, late.message), seed, form)
    except ProcessDied as died:
        report = report_on(Result(problem, Status.UNPROVED, died.message), seed, form)
    is_text = form is Form.TEXT
    if report.is_written:
        write(f"{statement_read(problem)}{report.text}" if is_text and not quiet else report.text, out)
    else:
        sys.stderr.write(report.text)
    timings = replace(report.timings, reading=reading)
    print(f"{report.verdict}\n({timings.in_words()})", file=sys.stdout if is_text else sys.stderr)
    if figure is not None:
        for drawn, path in zip(report.figures, numbered(figure, len(report.figures)), strict=True):
            save_figure(drawn, path)
    raise typer.Exit(0 if report.is_proved else 1)


def _prove(
    problem: Problem,
    timeout: float,
    seed: int,
    search: Budget | None,
    threads: int,
    strategy: Strategy,
    theorems: tuple[Theorem, ...],
    method: Method,
    form: Form,
    figure: Path | None,
    assume: Assume | None,
    observe: Callable[[SearchReport], None],
) -> Report:
    begun = time.monotonic()
    stated = problem
    if assume is Assume.FIGURE:
        problem = _with_conditions(problem, timeout / 4)
        timeout -= time.monotonic() - begun
    result = run_prove(
        problem,
        timeout=timeout,
        seed=seed,
        search=search,
        threads=threads,
        strategy=strategy,
        observe=observe,
        theorems=theorems,
        method=method,
    )
    added = tuple(c for c in problem.conditions if c not in stated.conditions)
    parts = tuple(replace(part, hypotheses=(*part.hypotheses, *added)) for part in result.parts)
    return report_on(replace(result, hypotheses=(*result.hypotheses, *added), parts=parts), seed, form, figure)


def _with_conditions(problem: Problem, seconds: float) -> Problem:
    """The statement with what each of its goals needs to be said of the figure."""
    goals = len(problem.goals)
    for number in range(goals):
        part = problem.parts()[number]
        assumed = with_condition(part, survey(part, time.monotonic() + seconds / goals))
        problem = problem if assumed is part else assumed
    return problem


@app.command()
def check(
    certificate: Annotated[Path, typer.Argument(help="a certificate: porism prove … --format json, or bench's proofs")],
    digits: Annotated[int, typer.Option("--digits", min=15, max=500, help="of the numeric check")] = 50,
    diagrams: Annotated[int, typer.Option("--diagrams", min=1, max=100, help="figures that the checker draws")] = 3,
    theorems: OwnTheorems = None,
    trust: Annotated[bool, typer.Option("--trust", help="accept theorems that only the certificate states")] = False,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
    out: OutFile = None,
) -> None:
    """Check a certificate independently. Exit code 0: accepted; 1: rejected, with the step that fails."""
    texts = _certificates_in(read_file(certificate))
    require_places(None, out)
    own = own_theorems(theorems or (), trust=trust)
    reports: list[CheckReport] = []
    deadline = time.monotonic() + timeout
    try:
        for text in texts:
            accepted = _accepted(text, own, trust)
            work = partial(check_certificate, text, digits=digits, diagrams=diagrams, seed=seed, theorems=accepted)
            reports.append(run_isolated(work, max(0.0, deadline - time.monotonic())))
    except CertificateError as error:
        verdict = {"accepted": False, "step": error.step, "message": error.message}
        write(to_json(verdict) if format is Format.JSON else f"rejected: {error}\n", out)
        raise typer.Exit(1) from None
    known = {t.id for t in library()}
    said = check_as_json if format is Format.JSON else check_as_text
    texts = [said(report, tuple(sorted(set(report.theorems) - known))) for report in reports]
    write(f"[{','.join(texts)}]\n" if format is Format.JSON and len(texts) > 1 else "".join(texts), out)


def _accepted(certificate: str, own: tuple[Theorem, ...], trust: bool) -> dict[str, TheoremStatement]:
    """The library's theorems and the user's; where the certificate is trusted, also those that it alone states."""
    stated = {t.id: t for t in read_certificate(certificate).theorems} if trust else {}
    return stated | library_statements() | {t.id: t.statement for t in own}


def _certificates_in(text: str) -> list[str]:
    """`porism prove --format json` has the certificate inside its result, and where there are several goals inside theirs;
    `porism bench` has a list of them then."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PorismError(f"the file is not JSON: {error}", None, "give a certificate") from None
    if isinstance(value, dict):
        inside = [entry.get("certificate") for entry in (value, *_list(value, "goals")) if isinstance(entry, dict)]
        found = [one for one in (*inside, *_list(value, "certificates")) if isinstance(one, dict)]
        if found:
            return [json.dumps(one) for one in found]
    if not isinstance(value, dict) or "format" not in value:
        raise PorismError("the file holds no certificate", None, "give what porism prove … --format json has written")
    return [text]


def _list(value: dict[str, object], key: str) -> list[object]:
    found = value.get(key)
    return found if isinstance(found, list) else []


@app.command()
def bench(
    files: ProblemFiles,
    out: Annotated[Path, typer.Option("--out", help="folder for results.jsonl, proofs/ and summary.json")],
    timeout: Timeout = 10.0,
    jobs: Jobs = 2,
    seed: Seed = 0,
    only: Only = "*",
    resume: Resume = False,
    threads: Threads = 1,
    method: HowToProve = Method.SYNTHETIC,
    no_search: NoSearch = False,
    search_closures: SearchBudget = None,
    policy: PolicyName = BEST,
    memory: Memory = None,
    theorems: OwnTheorems = None,
    trust: Trust = False,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Run many problems and record what came out. A problem counts as proved when the checker accepts its proof.

    Exit code 0: all were run; 1: a statement can't be read or drawn, the program failed at one, or the checker refused a
    proof.
    """
    problems = [p for path in files for p in read_suite(path)]
    search = search_budget(no_search, search_closures)
    own = own_theorems(theorems or (), trust=trust)
    options = BenchOptions(
        out, timeout, jobs, seed, only, resume, search, threads, strategy_for(policy, memory), own, method
    )
    summary = run_bench(problems, options, Console(stderr=True))
    if format is Format.JSON:
        sys.stdout.write(to_json(summary))
    else:
        sys.stdout.write(bench_as_text(summary, read_results(out / RESULTS).records, out))
    raise typer.Exit(1 if any(summary[status] for status in NOT_RUN) else 0)


@app.command()
def compare(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN RUN…", help="folders that porism bench has written")],
    format: OutputFormat = Format.TEXT,
) -> None:
    """Compare benchmark runs with the first one: problems gained and lost, times, lengths of proofs."""
    if len(runs) < 2:
        raise PorismError("one run can't be compared", None, "give two folders that porism bench has written, or more")
    first, *others = found = [read_run(folder) for folder in runs]
    comparisons = [comparison_of(first, run) for run in others]
    sys.stdout.write((comparisons_as_json if format is Format.JSON else comparisons_as_text)(found, comparisons))


@app.command()
def ablate(
    files: ProblemFiles,
    out: Annotated[Path, typer.Option("--out", help="folder for a benchmark run of each variant")],
    timeout: Timeout = 20.0,
    jobs: Jobs = 2,
    seed: Seed = 0,
    only: Only = "*",
    resume: Resume = False,
    search_closures: SearchBudget = None,
    policy: PolicyName = BEST,
    memory: Memory = None,
    variant: Annotated[list[str] | None, typer.Option("--variant", help="only this one (repeatable)")] = None,
) -> None:
    """Measure what each part of the search is worth: benchmark runs with one part after the other switched off."""
    problems = [p for path in files for p in read_suite(path)]
    options = BenchOptions(
        out,
        timeout,
        jobs,
        seed,
        only,
        resume,
        search_budget(False, search_closures),
        strategy=strategy_for(policy, memory),
    )
    print(as_table(run_ablation(problems, options, Console(stderr=True), variant or ())), end="")


@app.command()
def soundness(
    diagrams: Annotated[
        int | None,
        typer.Option("--diagrams", min=1, max=10**7, help="random diagrams to close; 2000 if nothing is named"),
    ] = None,
    rules: Annotated[int, typer.Option("--rules", min=0, max=10**9, help="random steps of the checker's rules")] = 0,
    statements: Annotated[
        int,
        typer.Option("--statements", min=0, max=10**7, help="theorems; each is asked for, and false variants of it"),
    ] = 0,
    certificates: Annotated[
        int, typer.Option("--certificates", min=0, max=10**6, help="certificates; of each, 170 mutants are checked")
    ] = 0,
    seed: Seed = 0,
    jobs: Jobs = 2,
    first: Annotated[int, typer.Option("--first", min=0, help="the number of the first diagram, or task")] = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Attack porism's own soundness at random. Exit code 0: it holds; 1: a violation, which is shown as small as can be.

    Diagrams: what closures of random statements entail is tested in fresh figures. Rules: steps without the numeric test.
    Statements: verdicts on false and true ones. Certificates: changed in all ways; what is accepted must be true.
    """
    is_sound = True
    sizes = {"rules": rules, "statements": statements, "certificates": certificates}
    if diagrams is not None or not any(sizes.values()):
        is_sound = _close_at_random(diagrams or 2000, seed, jobs, first, format)
    for name, size in sizes.items():
        if size:
            is_sound &= attacked(name, size, seed, jobs, first, format)
    raise typer.Exit(0 if is_sound else 1)


def _close_at_random(diagrams: int, seed: int, jobs: int, first: int, format: Format) -> bool:
    report = SoundnessReport()
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("closing", total=diagrams)
        for report in run_soundness(diagrams, seed, jobs, first=first):  # noqa: B007 (the last one counts)
            progress.update(bar, advance=1)
    text = to_json(soundness_as_object(report)) if format is Format.JSON else soundness_as_text(report, seed)
    sys.stdout.write(text)
    return not report.violations


@app.command()
def draw(
    source: Source,
    out: Annotated[Path, typer.Option("--out", help="a file that ends with .svg, .png or .ggb")] = Path("figure.svg"),
    name: Name = None,
    goal: Goal = None,
    seed: Seed = 0,
    timeout: Timeout = 60.0,
    count: Annotated[
        int, typer.Option("--configurations", min=1, max=50, help="so many different figures, whatever the goal")
    ] = 1,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Draw a problem's figure, its goal marked; that of a false goal as well."""
    drawing = drawing_for(out)
    problem = read_source(source, name, goal)
    require_places(out, None)
    if count > 1:
        _draw_several(problem, drawing, out, seed, timeout, count)
        return
    note = ""
    try:
        diagram = build_diagram(problem, seed, time.monotonic() + timeout)
    except FalseStatement as false:
        note = f"; {false.message}"
        diagram = Diagram(problem.points, np.array([false.counterexample[p] for p in problem.points]), seed)
    note += "".join(f"; “{wrong}” is false here" for wrong in _false_beside(problem, diagram))
    save_figure(drawing(problem, diagram), out)
    if format is Format.JSON:
        points = {p: list(xy) for p, xy in diagram.as_dict().items()}
        sys.stdout.write(to_json({"figure": str(out), "seed": seed, "goal_holds": not note, "points": points}))
    else:
        print(f"{out} (seed {seed}){note}")


def _false_beside(problem: Problem, diagram: Diagram) -> list[str]:
    """What the goals say beside the first one's equation and the figure contradicts."""
    at = diagram.places()
    conditions = [c for goal in problem.goals for c in goal.conditions]
    goals = [goal.statement for goal in oriented(problem, at).others if not goal.statement.predicate.is_question]
    return [str(c) for c in conditions if not c.holds(at)] + [str(g) for g in goals if not error_of(g, diagram) < GOAL]


def _draw_several(problem: Problem, drawing: Draw, out: Path, seed: int, timeout: float, count: int) -> None:
    """Figures that differ in how their points lie: figure-1.svg, figure-2.svg, …"""
    if problem.clauses or problem.coordinates:
        raise PorismError(
            "a statement with constructions or coordinates says which figure it means", None,
            "only the plain language leaves it open",
        )  # fmt: skip
    for number, diagram in enumerate(configurations(problem, seed, time.monotonic() + timeout, count), start=1):
        path = out.with_stem(f"{out.stem}-{number}")
        save_figure(drawing(problem, diagram), path)
        goal = oriented(problem, diagram.places()).goal
        print(f"{path} (seed {seed}){'' if error_of(goal, diagram) < GOAL else '; the goal is false here'}")


@app.command()
def convert(
    source: Source,
    to: Annotated[Target, typer.Option("--to", help="the language to write it in, or a GeoGebra file")],
    name: Name = None,
    goal: Goal = None,
    seed: Seed = 0,
    timeout: Timeout = 60.0,
    out: OutFile = None,
) -> None:
    """Write a problem in another language: plain, constructive or coordinates; or as a GeoGebra file (with --out)."""
    if to is Target.GEOGEBRA and out is None:
        raise PorismError("a GeoGebra file can't be written to the terminal", None, "add --out figure.ggb")
    problem = read_source(source, name, goal)
    require_places(None, out)
    try:
        at = build_diagram(problem, seed, time.monotonic() + timeout).places()
    except FalseStatement as false:
        at = {p: complex(*xy) for p, xy in false.counterexample.items()}
    if to is Target.GEOGEBRA and out is not None:
        save_figure(geogebra_file(problem, at), out)
    else:
        write(converted(problem, Language(to.value), at).rstrip("\n") + "\n", out)


@app.command()
def language(out: OutFile = None) -> None:
    """Print how to say what is given and what to prove: the plain language, on one page (Markdown)."""
    write((content_folder("docs") / "language.md").read_text(encoding="utf-8"), out)


@app.command()
def constructions(
    name: Annotated[str | None, typer.Argument(help="one construction; all where left out")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="a folder for a figure of each (SVG), or the reference page as .md")
    ] = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """List the constructions: how each is written, what it asserts, an example and, with --out, a figure."""
    if name is not None and name not in CONSTRUCTIONS:
        raise ParseError(
            f"there is no construction {shown(name)}", None, nearest(name, CONSTRUCTIONS, "see porism constructions")
        )
    if out is not None and out.suffix == ".md":
        write(reference_page(), out)
        print(out)
        return
    chosen = [CONSTRUCTIONS[name]] if name else list(CONSTRUCTIONS.values())
    if format is Format.JSON:
        sys.stdout.write(to_json([construction_as_object(c) for c in chosen]))
    else:
        sys.stdout.write("".join(construction_as_text(c) for c in chosen))
    if out is not None:
        for construction in chosen:
            write(construction_svg(construction), out / f"{construction.name}.svg")
