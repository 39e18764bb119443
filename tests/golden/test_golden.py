"""Proofs of classical theorems say what they should: compared by meaning, not by numbers, order or line breaks.

A change for the better is taken over with python -m tests.golden.write; read the difference before you commit it.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest

from solver.deduction.closure import close
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.proof.checked import checked_proof
from tests.golden.statements import STATEMENTS, golden_file
from tests.proof.proofs import proof_of

_NUMBERED = re.compile(r" *(\d+)\. (.*)")
_REFS = re.compile(r"\((\d+(?:(?:, |–)\d+)*)\)")


@dataclass(frozen=True)
class Meaning:
    """Sentences with what they refer to in the place of its number."""

    task: str
    given: Counter[str]
    steps: Counter[str]
    conclusion: str
    conditions: Counter[str]


def meaning_of(text: str) -> Meaning:
    """What a plain text says, part by part."""
    parts: dict[str, list[str]] = {"": []}
    part = parts[""]
    for line in text.splitlines():
        if line in ("Given", "Proof"):
            part = parts.setdefault(line, [])
        elif line.startswith("Seen in the figure: "):
            part = parts.setdefault("Seen in the figure", [])
            part.append(line.removeprefix("Seen in the figure: "))
        elif line.startswith("  ") and part and part is parts.get("Seen in the figure"):
            part[-1] += f" {line.strip()}"
        elif line.startswith(("So ", "The answer is ")):
            part = parts.setdefault("conclusion", [])
            part.append(line)
        elif line.startswith("    ") and part and not _NUMBERED.match(line):
            part[-1] += f" {line.strip()}"
        elif line.strip():
            part.append(line.strip())
    numbered = [m.groups() for part in ("Given", "Proof") for line in parts[part] if (m := _NUMBERED.match(line))]
    claims = {n: _REFS.sub("", re.split(", (?:since|by|a segment|as |the only)", words)[0]) for n, words in numbered}

    def resolved(words: str) -> str:
        return _REFS.sub(lambda m: f"[{'; '.join(sorted(claims[n] for n in _numbers(m[1])))}]", words)

    def sentences(part: str) -> Counter[str]:
        return Counter(resolved(m[2] if (m := _NUMBERED.match(line)) else line) for line in parts.get(part, []))

    conditions = Counter(c for line in sentences("Seen in the figure") for c in line.split("; ") if "∡ABC is" not in c)
    return Meaning(parts[""][-1], sentences("Given"), sentences("Proof"), parts["conclusion"][0], conditions)


def _numbers(refs: str) -> list[str]:
    """`2–4, 7` one by one."""
    ends = [part.split("–") for part in refs.split(", ")]
    return [str(n) for pair in ends for n in range(int(pair[0]), int(pair[-1]) + 1)]


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_proof_says_what_it_should(name: str):
    statement, expected = golden_file(name).read_text(encoding="utf-8").split("\n\n", 1)
    assert statement == STATEMENTS[name]
    assert meaning_of(proof_of(statement).text()) == meaning_of(expected)


def test_a_proof_that_says_something_else_is_noticed():
    text = proof_of(STATEMENTS["simson_line"]).text()
    assert meaning_of(text) == meaning_of(text.replace("\n     ", " "))
    head, proof = text.split("\nProof\n")
    turned = re.sub("∡([A-Z])([A-Z])([A-Z])", r"∡\3\2\1", proof, count=1)
    for other in (turned, proof.replace("diameter CP", "diameter DP", 1), proof.replace("So D", "So F")):
        assert other != proof
        assert meaning_of(f"{head}\nProof\n{other}") != meaning_of(text)


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_last_digits_of_a_diagram_do_not_matter(name: str):
    """They differ from one processor to another."""
    drawn = draw_pair(parse_statement(STATEMENTS[name]), 0, time.monotonic() + 30)
    assert drawn.goal is not None

    def meaning(noise: float) -> Meaning:
        rng = np.random.default_rng(0)
        diagrams = [Diagram(d.points, d.xy + noise * rng.standard_normal(d.xy.shape), d.seed) for d in drawn.diagrams]
        closure = close(drawn.problem, diagrams, goal=drawn.goal, theorems=run_by_default())
        return meaning_of(checked_proof(closure, drawn.goal, time.monotonic() + 30).text())

    assert meaning(1e-15) == meaning(0.0)
