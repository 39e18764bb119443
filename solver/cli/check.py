"""`porism check`."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from solver.checker import CheckReport, TheoremStatement, check_certificate, read_certificate
from solver.checking import library_statements
from solver.cli.figures import require_places
from solver.cli.isolated import run_isolated
from solver.cli.options import Format, OutFile, OutputFormat, OwnTheorems, Seed, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_file, write
from solver.errors import CertificateError, PorismError
from solver.knowledge.library import library
from solver.knowledge.own import own_theorems
from solver.knowledge.theorem import Theorem


def check(
    certificate: Annotated[Path, typer.Argument(help="a certificate: porism prove … --format json, or bench's proofs")],
    digits: Annotated[int, typer.Option("--digits", min=15, max=500, help="digits of the numeric check")] = 50,
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


def check_as_text(report: CheckReport, beyond: Sequence[str]) -> str:
    """beyond: theorems that aren't the library's, on which an accepted certificate rests."""
    rests = f"it rests on theorems that aren't in the library: {', '.join(beyond)}\n" if beyond else ""
    conditions = "".join(f"  {words}\n" for words in report.conditions)
    return (
        f"accepted: {report.name}, {report.steps} steps, {report.side_conditions} side condition{'' if report.side_conditions == 1 else 's'}, "
        f"{report.diagrams} figures of its own, {report.digits} digits\n{rests}"
        f"given: {'; '.join(report.given) or 'nothing'}\nproved: {report.proved}\n"
        f"{'in figures in which' if conditions else ''}\n{conditions}".rstrip("\n")
        + "\n"
    )


def check_as_json(report: CheckReport, beyond: Sequence[str]) -> str:
    return to_json(
        {
            "accepted": True,
            "name": report.name,
            "given": list(report.given),
            "proved": report.proved,
            "conditions": list(report.conditions),
            "steps": report.steps,
            "side_conditions": report.side_conditions,
            "diagrams": report.diagrams,
            "digits": report.digits,
            "theorems_beyond_the_library": list(beyond),
        }
    )
