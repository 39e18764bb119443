"""Writing claims, steps and whole certificates by hand, as short text.

A claim is a predicate (`perp a b c d`, `aconst a b c d 30`) or an equation: `d: ab - cd + 1/2` (directions),
`l: ab - 2cd + #3` (logarithms; #3 is log 3, avb the sine of an angle), `m: …` (lengths), `s: …` (squares). Points have one
letter in equations. `d≡` instead of `d:` lets the places give the lifted constant, a multiple of 1/12.
"""

from __future__ import annotations

import cmath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from solver.checker import required_conditions
from solver.checker.conditions import Places, direction
from solver.checker.schema import Step
from solver.errors import CertificateError
from solver.knowledge.library import library
from solver.proof.certificate import claim_as_json, theorem_as_json
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.predicates import PREDICATES, Claim, Statement

_THEORIES = {"d": Theory.DIRECTION, "l": Theory.LOG, "m": Theory.LENGTH, "s": Theory.SQUARE}
_TERM = re.compile(r"([+-]?)\s*(\d+(?:/\d+)?)?\s*(#?\w+)?")


def turned(**points: complex) -> dict[str, complex]:
    """Turned by a generic angle, so that no line is along the x-axis."""
    return {p: complex(z) * cmath.rect(1, 0.7317) for p, z in points.items()}


def stated(at: Mapping[str, complex], premises: str, goal: str) -> str:
    """In the coordinate language."""
    return " ; ".join(f"{p}@{z.real!r}_{z.imag!r} =" for p, z in at.items()) + f" {premises} ? {goal}"


def claim(text: str, at: Places | None = None) -> Claim:
    if re.match(r"[dlms][:≡]", text) is None:
        head, *words = text.split()
        names = [w for w in words if not re.fullmatch(r"-?\d+(/\d+)?", w)]
        return Statement(PREDICATES[head], tuple(names), tuple(Fraction(w) for w in words if w not in names))
    theory = _THEORIES[text[0]]
    terms: list[tuple[Quantity, Fraction]] = []
    constants: dict[int, Fraction] = {}
    for sign, number, name in _TERM.findall(text[2:]):
        if not number and not name:
            continue
        c = Fraction(number or 1) * (-1 if sign == "-" else 1)
        if name.startswith("#"):
            constants[int(name[1:])] = c
        elif not name:
            constants[1] = c
        else:
            terms.append((segment(*name) if len(name) == 2 else sine(*name), c))
    if text[1] == "≡":
        assert at is not None
        value = sum(float(c) * direction(at, q[0], q[1]) for q, c in terms)
        constants[1] = -Fraction(round(12 * value), 12)
    return Equation.of(theory, terms, constants)


def form(text: str, at: Places | None = None) -> Equation:
    found = claim(text, at)
    assert isinstance(found, Equation)
    return found


def step(rule: str, points: str, uses: str, said: str, at: Places | None = None, **more: Any) -> Step:
    """For `check_step`; more: coefficients (text), forms (a list of texts or None), lines, lengths (text)."""
    return Step(
        "s",
        rule,
        tuple(points.split()),
        tuple(uses.split()),
        tuple(Fraction(c) for c in more.get("coefficients", "").split()),
        claim(said, at),
        tuple(None if f is None else form(f, at) for f in more.get("forms", ())),
        tuple(more.get("lines", "").split()),
        tuple(more.get("lengths", "").split()),
    )


@dataclass(frozen=True)
class Forgery:
    """A certificate made by hand.

    premises: text by id. steps: (id, rule, points, uses, claim), then, where it has them, coefficients, lines, forms
    (separated by semicolons, an empty one for none) and lengths. theorem: the id that a step of that rule cites.
    """

    statement: str
    at: Mapping[str, complex]
    premises: Mapping[str, str]
    steps: Sequence[tuple[str, ...]]
    goal: str
    by: str
    auxiliary: tuple[str, ...] = ()
    theorem: str = ""

    def as_json(self) -> dict[str, Any]:
        """With all the side conditions that its steps ask for, if they are instances of their rules."""
        made: dict[str, Any] = {
            "format": "porism-proof",
            "version": 2,
            "problem": {"name": "forged", "statement": self.statement},
            "seed": 0,
            "coordinates": {p: [repr(z.real), repr(z.imag)] for p, z in self.at.items()},
            "premises": [{"id": i, "claim": claim_as_json(claim(t, self.at))} for i, t in self.premises.items()],
            "steps": [self._step(*s) for s in self.steps],
            "goal": {"claim": claim_as_json(claim(self.goal, self.at)), "by": self.by},
            "side_conditions": [],
        }
        if self.theorem:
            cited = next(t for t in library() if t.id == self.theorem)
            made["theorems"] = {cited.id: theorem_as_json(cited)}
        if self.auxiliary:
            made["problem"]["auxiliary"] = list(self.auxiliary)
        try:
            needed = required_conditions(made)
        except CertificateError:
            return made  # the check will say so
        made["side_conditions"] = [{"kind": c.kind, "points": list(c.points), "step": c.step} for c in needed]
        return made

    def _step(
        self,
        name: str,
        rule: str,
        points: str,
        uses: str,
        said: str,
        coefficients: str = "",
        lines: str = "",
        forms: str = "",
        lengths: str = "",
    ) -> dict[str, Any]:
        entry: dict[str, Any] = {"id": name, "rule": rule, "points": points.split(), "uses": uses.split()}
        if coefficients:
            entry["coefficients"] = coefficients.split()
        if lines:
            entry["lines"] = lines.split()
        if lengths:
            entry["lengths"] = lengths.split()
        if forms:
            entry["forms"] = [claim_as_json(claim(f.strip(), self.at)) if f.strip() else None for f in forms.split(";")]
        if rule == "theorem":
            entry["theorem"] = self.theorem
        return {**entry, "claim": claim_as_json(claim(said, self.at))}
