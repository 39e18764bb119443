"""Reading a certificate: from JSON to typed, immutable data, or a `CertificateError` that names the step.

Nothing is believed here and nothing is guessed: unknown fields, wrong types, numbers that aren't exact, points without
coordinates and ids used before they stand are refused. docs/certificate.schema.json says the same for other programs;
this module is what counts. Sizes are limited so that a hostile file costs neither time nor memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple, cast

from solver.checker.conditions import POINT_KINDS
from solver.errors import CertificateError
from solver.statements.bound import Bound, bound_from_data
from solver.statements.equation import Equation, Quantity, Theory, segment, sine
from solver.statements.predicates import (
    DISTMEQ,
    OF_EXPRESSIONS,
    PREDICATES,
    RCONST,
    Claim,
    Statement,
    read_quantity,
    unmeant,
)  # fmt: skip
from solver.statements.theorem import Need, TheoremStatement

FORMAT, VERSION = "porism-proof", 2
#: Fields of the steps of one rule, which have them all (but for forms).
_OF_RULE = {"coefficients": "linear", "forms": "linear", "theorem": "theorem", "bound": "bound"}

_RATIONAL = re.compile(r"-?[0-9]{1,40}(/[0-9]{1,40})?")
_DECIMAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?")
_NAME = re.compile(r"[^\s\"]{1,64}")
_THEORIES = {t.value: t for t in Theory}
#: By their ids.
Theorems = Mapping[str, TheoremStatement]
#: What is accepted unless theorems are handed over: the checker's own rules suffice.
NO_THEOREMS: Theorems = MappingProxyType({})
MOST_THEOREMS, MOST_POINTS, MOST_STEPS, MOST_ENTRIES, MOST_IN_THEOREM, MOST_BASE = 1000, 200, 5000, 400, 100, 1_000_000


@dataclass(frozen=True)
class Step:
    """One step.

    coefficients: only for the rule `linear`, one for each of `uses`. forms: there, too, and likewise, or empty: the
    equation as which a use takes part. lines, lengths: ids of claims modulo which the step's directions and lengths are
    compared. theorem, bound: only for the rules of these names.
    """

    id: str
    rule: str
    points: tuple[str, ...]
    uses: tuple[str, ...]
    coefficients: tuple[Fraction, ...]
    claim: Claim
    forms: tuple[Equation | None, ...] = ()
    lines: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    theorem: TheoremStatement | None = None
    bound: Bound | None = None


@dataclass(frozen=True)
class SideCondition:
    """What a step needs beyond its premises; see `solver.checker.conditions` for the kinds."""

    kind: str
    points: tuple[str, ...]
    step: str


@dataclass(frozen=True)
class Certificate:
    """premises: by their ids. coordinates: the decimal strings as they stand, (x, y) for each point. auxiliary: clauses of points added.

    theorems: what it says that they state. reading: which of the readings of an ambiguous statement it is about.
    attained: what makes the diagram the figure in which a greatest or least value is reached.
    """

    name: str
    statement: str
    auxiliary: tuple[str, ...]
    coordinates: Mapping[str, tuple[str, str]]
    premises: Mapping[str, Statement]
    steps: tuple[Step, ...]
    goal: Claim
    goal_by: str
    side_conditions: tuple[SideCondition, ...]
    theorems: tuple[TheoremStatement, ...] = ()
    reading: int = 0
    attained: tuple[Statement, ...] = ()

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """What its premises and steps claim, by their ids. (What a step uses stands before it.)"""
        return {**self.premises, **{s.id: s.claim for s in self.steps}}

    @cached_property
    def said(self) -> Sequence[tuple[str, Claim]]:
        """Everything that is said, forms included, with the id of what says it."""
        return (*self.claims.items(), *((s.id, form) for s in self.steps for form in s.forms if form is not None))


def refuse_unless(is_so: bool, why: str, step: str = "") -> None:
    """Raises CertificateError unless something is so. step: the id of what fails otherwise."""
    if not is_so:
        raise CertificateError(why, step)


class _Part(NamedTuple):
    """A part of a certificate as it stands: what it is, and the id of its step, for messages."""

    value: object
    what: str
    step: str = ""

    def refused(self, why: str) -> CertificateError:
        return CertificateError(f"{self.what} {why}", self.step)

    def refuse_unless(self, is_so: bool, why: str) -> None:
        refuse_unless(is_so, f"{self.what} {why}", self.step)

    def fields(self, *needed: str, **optional: object) -> dict[str, _Part]:
        """What an object with exactly these fields has; optional: by field, what is there where it lacks."""
        if not isinstance(self.value, dict):
            raise self.refused("is not an object")
        if unknown := [k for k in self.value if k not in needed and k not in optional]:
            raise self.refused(f"has an unknown field {unknown[0]!r:.80}")
        if missing := [k for k in needed if k not in self.value]:
            raise self.refused(f"has no field {missing[0]!r}")
        return {k: _Part(v, k, self.step) for k, v in {**optional, **self.value}.items()}

    def by_name(self, least: int, most: int) -> dict[str, _Part]:
        """What an object has under names of its own."""
        if not isinstance(self.value, dict) or not least <= len(self.value) <= most:
            raise self.refused(f"is not an object with {least} to {most} fields")
        for name in self.value:
            _Part(name, f"a name in {self.what}", self.step).text(_NAME, "a name")
        return {name: _Part(v, f"{name} in {self.what}", self.step) for name, v in self.value.items()}

    def entries(self, most: int = MOST_ENTRIES) -> list[_Part]:
        if not isinstance(self.value, list | tuple):
            raise self.refused("is not a list")
        self.refuse_unless(len(self.value) <= most, f"has more than {most} entries")
        what = f"an entry of {self.what}"
        return [_Part(v, what, self.step) for v in self.value]

    def text(self, form: re.Pattern[str] | None = None, called: str = "a string") -> str:
        if not isinstance(self.value, str) or (form is not None and not form.fullmatch(self.value)):
            raise self.refused(f"is not {called}: {self.value!r:.80}")
        return self.value

    def texts(self) -> tuple[str, ...]:
        return tuple([one.text() for one in self.entries()])

    def number(self) -> int:
        if type(self.value) is not int:
            raise self.refused("is not an integer")
        return self.value

    def rational(self) -> Fraction:
        try:
            return _fraction(self.text(_RATIONAL, "a rational number p/q"))
        except ZeroDivisionError as error:
            raise self.refused(f"divides by zero: {self.value!r:.80}") from error

    def rationals(self) -> tuple[Fraction, ...]:
        return tuple(one.rational() for one in self.entries())

    def place(self) -> tuple[str, str]:
        texts = [one.text(_DECIMAL, "one of two decimal numbers") for one in self.entries()]
        self.refuse_unless(len(texts) == 2, "is not two decimal numbers")
        return texts[0], texts[1]


@lru_cache(maxsize=1000)
def _fraction(text: str) -> Fraction:
    """Kept: nearly all that occur are the same few."""
    return Fraction(text)


def read_certificate(source: Mapping[str, object] | str) -> Certificate:
    """Raises CertificateError."""
    if isinstance(source, str):
        try:
            source = json.loads(source, object_pairs_hook=_unambiguous)
        except (ValueError, RecursionError) as error:
            raise CertificateError(f"the certificate is not JSON: {error}") from error
    needed = ("format", "version", "problem", "seed", "coordinates", "premises", "steps", "goal", "side_conditions")
    top = _Part(source, "the certificate").fields(*needed, theorems={})
    version = top["version"].value if type(top["version"].value) is int and top["format"].value == FORMAT else None
    refuse_unless(version != 1, "the certificate is of version 1, which meant less: prove its statement again")
    refuse_unless(version == VERSION, f"the certificate is not of format {FORMAT}, version {VERSION}")
    top["seed"].number()
    problem = top["problem"].fields("name", "statement", auxiliary=[], reading=0)
    coordinates = {p: place.place() for p, place in top["coordinates"].by_name(2, MOST_POINTS).items()}
    theorems = {name: _theorem(name, part) for name, part in top["theorems"].by_name(0, MOST_THEOREMS).items()}
    reader = _Reader(coordinates.keys(), theorems)
    premises = dict(map(reader.premise, top["premises"].entries(MOST_STEPS)))
    steps = tuple(map(reader.step, top["steps"].entries(MOST_STEPS)))
    goal = _Part(top["goal"].value, "the goal", "goal").fields("claim", "by", attained=[])
    return Certificate(
        problem["name"].text(),
        problem["statement"].text(),
        problem["auxiliary"].texts(),
        coordinates,
        premises,
        steps,
        reader.claim(goal["claim"]),
        reader.earlier_id(goal["by"]),
        tuple(map(reader.side_condition, top["side_conditions"].entries(MOST_STEPS))),
        tuple(theorems.values()),
        problem["reading"].number(),
        tuple(map(reader.statement, goal["attained"].entries())),
    )


def _unambiguous(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Other programs might read the other value of a field that stands twice. Raises ValueError."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands twice in one object")
    return found


def _theorem(name: str, part: _Part) -> TheoremStatement:
    entry = part.fields("name", "points", "given", "where", "then")
    entry["name"].text()
    points = tuple(p.text(_NAME, "the name of a point") for p in entry["points"].entries(MOST_IN_THEOREM))
    part.refuse_unless(len(set(points)) == len(points), "has points that are not different names")
    reader = _Reader(points)
    given, then = (tuple(map(reader.claim, entry[k].entries(MOST_IN_THEOREM))) for k in ("given", "then"))
    where = tuple(map(reader.condition, entry["where"].entries(MOST_IN_THEOREM)))
    return TheoremStatement(name, points, given, where, then)


class _Reader:
    """Reads the parts that name points and ids; knows the ids that stand so far."""

    def __init__(self, points: Collection[str], theorems: Theorems = NO_THEOREMS) -> None:
        self._points, self._theorems = points, theorems
        self._ids: set[str] = set()

    def premise(self, part: _Part) -> tuple[str, Statement]:
        entry = part.fields("id", "claim")
        name = self._new_id(entry["id"])
        claim = self.claim(entry["claim"]._replace(step=name))
        if not isinstance(claim, Statement):
            raise CertificateError("a premise is a predicate, not an equation", name)
        return name, claim

    def step(self, part: _Part) -> Step:
        said = part.value if isinstance(part.value, dict) else {}
        part = _Part(part.value, "the step", name if isinstance(name := said.get("id"), str) else "")
        lists = dict.fromkeys(("points", "lines", "lengths", "coefficients", "forms"), ())
        entry = part.fields("id", "rule", "uses", "claim", **lists, theorem=None, bound=None)
        rule = entry["rule"].text()
        for field, owner in _OF_RULE.items():
            if (field in said) != (rule == owner) and (field in said or field != "forms"):
                raise part.refused(f"is of the rule {rule:.80}, and {field} stands in those of {owner}, and only there")
        uses, lines, lengths = (tuple(map(self.earlier_id, entry[k].entries())) for k in ("uses", "lines", "lengths"))
        forms = tuple(None if form.value is None else self._equation(form) for form in entry["forms"].entries())
        part.refuse_unless(len(forms) in (0, len(uses)), "has forms that don't stand one for each of the uses")
        paired = tuple(zip(uses, forms, strict=True)) if forms else uses
        is_once = all(len(set(some)) == len(some) for some in (paired, lines, lengths))
        part.refuse_unless(is_once, "uses the same id twice")
        step = Step(
            entry["id"].text(),
            rule,
            self.points(entry["points"]),
            uses,
            entry["coefficients"].rationals(),
            self.claim(entry["claim"]),
            forms,
            lines,
            lengths,
            self._cited(entry["theorem"]) if rule == "theorem" else None,
            self._bound(entry["bound"]) if rule == "bound" else None,
        )
        self._new_id(entry["id"])
        return step

    def _cited(self, part: _Part) -> TheoremStatement:
        if (name := part.text()) not in self._theorems:
            raise CertificateError(f"the certificate doesn't state the theorem {name!r:.80}", part.step)
        return self._theorems[name]

    def _bound(self, part: _Part) -> Bound:
        try:
            found = bound_from_data(part.value)
        except ValueError as error:
            raise part.refused(f"can't be read: {error}") from error
        self.points(part._replace(value=found.points))
        if any(len(set(f.points)) < len(f.points) for f in found.facts):
            raise part.refused("has a fact that names a point twice")
        return found

    def side_condition(self, part: _Part) -> SideCondition:
        entry = part.fields("kind", "points", "step")
        return SideCondition(entry["kind"].text(), self.points(entry["points"]), self.earlier_id(entry["step"]))

    def condition(self, part: _Part) -> Need:
        """One of a theorem."""
        entry = part.fields("kind", "points")
        need = Need(entry["kind"].text(), self.points(entry["points"]))
        if need.kind not in POINT_KINDS or POINT_KINDS[need.kind][0] not in (None, len(need.points)):
            raise part.refused(f"is a condition {need.kind!r:.80} of {len(need.points)} points, which isn't known")
        return need

    def _new_id(self, part: _Part) -> str:
        if (name := part.text(_NAME, "an id")) in self._ids:
            raise CertificateError("this id stands twice", name)
        self._ids.add(name)
        return name

    def earlier_id(self, part: _Part) -> str:
        if (name := part.text()) not in self._ids:
            raise part.refused(f"is {name!r:.80}, and no earlier step or premise has this id")
        return name

    def points(self, part: _Part) -> tuple[str, ...]:
        names = part.texts()
        if unknown := [p for p in names if p not in self._points]:
            raise part.refused(f"names {unknown[0]!r:.80}, a point that has no coordinates")
        return names

    def claim(self, part: _Part) -> Claim:
        is_equation = isinstance(part.value, dict) and "equation" in part.value
        return self._equation(part) if is_equation else self.statement(part)

    def statement(self, part: _Part) -> Statement:
        entry = part.fields("predicate", "points", constants=(), expression=None)
        name = entry["predicate"].text()
        predicate = PREDICATES.get(name) or OF_EXPRESSIONS.get(name)
        if predicate is None or predicate.is_question:
            raise part.refused(f"says {name!r:.80}, which is not a predicate that can be claimed")
        points = self.points(entry["points"])
        statement = Statement(predicate, points, entry["constants"].rationals())
        if name in OF_EXPRESSIONS or "expression" in cast(Mapping[str, object], part.value):
            try:
                statement = read_quantity(predicate, points, entry["expression"].value)
            except ValueError as error:
                raise part.refused(f"has an expression that can't be read: {error}") from error
        if (what := unmeant(statement)) is not None:
            raise part.refused(f"means nothing: {what}, in {name}")
        if predicate in (DISTMEQ, RCONST) and max(statement.constants[-1].as_integer_ratio()) > MOST_BASE:
            raise part.refused(f"has a value of {name} that isn't of moderate height")
        return statement

    def _equation(self, part: _Part) -> Equation:
        entry = part.fields("equation", "terms", constants={})
        theory = _THEORIES.get(entry["equation"].text())
        if theory is None:
            raise part.refused(f"is in the theory {entry['equation'].value!r:.80}, which there isn't")
        terms = [self._term(term, theory) for term in entry["terms"].entries()]
        numbers = entry["constants"].by_name(0, MOST_ENTRIES).items()
        constants = {_base(base, theory, number): number.rational() for base, number in numbers}
        part.refuse_unless(0 < len({q for q, _ in terms}) == len(terms), "has terms, each quantity once")
        part.refuse_unless(all((*constants.values(), *(c for _, c in terms))), "has a zero coefficient")
        return Equation.of(theory, terms, constants)

    def _term(self, part: _Part, theory: Theory) -> tuple[Quantity, Fraction]:
        if len(parts := part.entries(4)) != 3 and not (len(parts) == 4 and theory is Theory.LOG):
            raise part.refused("is not a coefficient and two points (or an angle's three, in log)")
        points = self.points(part._replace(value=[p.value for p in parts[1:]]))
        part.refuse_unless(len(set(points)) == len(points), "names a point twice")
        return segment(*points) if len(points) == 2 else sine(*points), parts[0].rational()


def _base(base: str, theory: Theory, part: _Part) -> int:
    """1 in directions, a prime in logarithms; the other theories have no constants."""
    if theory is Theory.DIRECTION and base == "1":
        return 1
    if theory is Theory.LOG and re.fullmatch(r"[1-9][0-9]{0,5}", base):
        number = int(base)
        if number > 1 and all(number % d for d in range(2, int(number**0.5) + 1)):
            return number
    raise part.refused(f"has not the base of a constant in {theory.value}")
