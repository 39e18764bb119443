"""Reading a certificate: from JSON to typed, immutable data, or a `CertificateError` that names the step.

Nothing is believed here and nothing is guessed: unknown fields, wrong types, numbers that aren't exact, points without
coordinates and ids used before they stand are refused. docs/certificate.schema.json says the same for other programs;
this module is what counts. Sizes are limited so that a hostile file costs neither time nor memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

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
#: Kept: nearly all that occur are the same few.
_fraction = lru_cache(maxsize=1000)(Fraction)
_DECIMAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,3})?")
_NAME = re.compile(r"[^\s\"]{1,64}")
_MOST = {"theorems": 1000, "points": 200, "premises": 5000, "steps": 5000, "list": 400, "base": 1_000_000}


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


def read_certificate(source: Mapping[str, object] | str) -> Certificate:
    """Raises CertificateError."""
    if isinstance(source, str):
        try:
            source = json.loads(source, object_pairs_hook=_unambiguous)
        except (ValueError, RecursionError) as error:
            raise CertificateError(f"the certificate is not JSON: {error}") from error
    top = _object(
        source,
        "the certificate",
        {"format", "version", "problem", "seed", "coordinates", "premises", "steps", "goal", "side_conditions"},
        optional=frozenset({"theorems"}),
    )
    if top["format"] == FORMAT and type(top["version"]) is int and top["version"] == 1:
        raise CertificateError("the certificate is of version 1, which meant less: prove its statement again")
    if top["format"] != FORMAT or type(top["version"]) is not int or top["version"] != VERSION:
        raise CertificateError(f"the certificate is not of format {FORMAT}, version {VERSION}")
    if type(top["seed"]) is not int:
        raise CertificateError("the seed is not an integer")
    optional = frozenset({"auxiliary", "reading"})
    problem = _object(top["problem"], "the problem", {"name", "statement"}, optional=optional)
    coordinates = _coordinates(top["coordinates"])
    theorems = _theorems(top.get("theorems", {}))
    reader = _Reader(coordinates, theorems)
    reading = problem.get("reading", 0)
    if type(reading) is not int:
        raise CertificateError("the reading is no number")
    premises, steps = reader.premises(top["premises"]), reader.steps(top["steps"])
    goal = _object(top["goal"], "the goal", {"claim", "by"}, "goal", frozenset({"attained"}))
    return Certificate(
        _text(problem["name"], "the problem's name"),
        _text(problem["statement"], "the problem's statement"),
        _texts(problem.get("auxiliary", []), "an auxiliary construction", _MOST["list"]),
        coordinates,
        premises,
        steps,
        reader.claim(goal["claim"], "goal"),
        reader.earlier_id(goal["by"], "goal"),
        reader.side_conditions(top["side_conditions"]),
        tuple(theorems.values()),
        reading,
        tuple(reader.statement(c, "goal") for c in _list(goal.get("attained", []), "attained", _MOST["list"], "goal")),
    )


def _unambiguous(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Other programs might read the other value of a field that stands twice. Raises ValueError."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands twice in one object")
    return found


def _object(
    value: object, what: str, fields: set[str], step: str = "", optional: frozenset[str] = frozenset()
) -> dict[str, object]:
    """A JSON object with exactly these fields (the optional ones may lack)."""
    if not isinstance(value, dict):
        raise CertificateError(f"{what} is not an object", step)
    if unknown := [k for k in value if k not in fields | optional]:
        raise CertificateError(f"{what} has an unknown field {unknown[0]!r:.80}", step)
    if missing := sorted(fields - value.keys()):
        raise CertificateError(f"{what} has no field {missing[0]!r}", step)
    return value


def _list(value: object, what: str, most: int, step: str = "") -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise CertificateError(f"{what} is not a list", step)
    if len(value) > most:
        raise CertificateError(f"{what} has more than {most} entries", step)
    return value


def _text(value: object, what: str, step: str = "") -> str:
    if not isinstance(value, str):
        raise CertificateError(f"{what} is not a string", step)
    return value


def _name(value: object, what: str) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise CertificateError(f"{value!r:.80} is not {what}")
    return value


def _texts(value: object, what: str, most: int, step: str = "") -> tuple[str, ...]:
    """A list of strings. what: each of them is."""
    return tuple(_text(one, what, step) for one in _list(value, f"the list with {what}", most, step))


def _rationals(value: object, what: str, step: str) -> tuple[Fraction, ...]:
    return tuple(_rational(one, what, step) for one in _list(value, f"the list with {what}", _MOST["list"], step))


def _rational(value: object, what: str, step: str) -> Fraction:
    text = _text(value, what, step)
    if not _RATIONAL.fullmatch(text):
        raise CertificateError(f"{what} {text!r:.80} is not a rational number p/q", step)
    try:
        return _fraction(text)
    except ZeroDivisionError as error:
        raise CertificateError(f"{what} {text!r:.80} divides by zero", step) from error


def _coordinates(value: object) -> dict[str, tuple[str, str]]:
    if not isinstance(value, dict) or not 2 <= len(value) <= _MOST["points"]:
        raise CertificateError(f"the coordinates are not an object with 2 to {_MOST['points']} points")
    result: dict[str, tuple[str, str]] = {}
    for name, place in value.items():
        _name(name, "the name of a point")
        what = f"the place of {name}"
        texts = _texts(place, what, 2)
        if len(texts) != 2 or not all(_DECIMAL.fullmatch(c) for c in texts):
            raise CertificateError(f"{what} is not two decimal numbers")
        result[name] = (texts[0], texts[1])
    return result


def _theorems(value: object) -> dict[str, TheoremStatement]:
    if not isinstance(value, dict) or len(value) > _MOST["theorems"]:
        raise CertificateError(f"the theorems are not an object with at most {_MOST['theorems']} entries")
    return {name: _theorem(name, entry) for name, entry in value.items()}


def _theorem(name: str, value: object) -> TheoremStatement:
    what = f"the theorem {_name(name, 'the id of a theorem')}"
    entry = _object(value, what, {"name", "points", "given", "where", "then"})
    _text(entry["name"], f"the name of {what}")
    points = _texts(entry["points"], f"a point of {what}", 50)
    if len({_name(p, "the name of a point") for p in points}) != len(points):
        raise CertificateError(f"the points of {what} are not different names")
    reader = _Reader(dict.fromkeys(points, ("0", "0")), {})
    given = tuple(reader.claim(c, "") for c in _list(entry["given"], f"what {what} is given", 100))
    then = tuple(reader.claim(c, "") for c in _list(entry["then"], f"what {what} concludes", 100))
    where = tuple(_condition(c, what, reader) for c in _list(entry["where"], f"the conditions of {what}", 100))
    return TheoremStatement(name, points, given, where, then)


def _condition(value: object, what: str, reader: _Reader) -> Need:
    entry = _object(value, f"a condition of {what}", {"kind", "points"})
    kind = _text(entry["kind"], f"the kind of a condition of {what}")
    points = reader.points(entry["points"], "")
    if kind not in POINT_KINDS or POINT_KINDS[kind][0] not in (None, len(points)):
        raise CertificateError(f"{what} has a condition {kind!r:.80} of {len(points)} points, which isn't known")
    return Need(kind, points)


class _Reader:
    """Reads the parts that name points and ids; knows the ids that stand so far."""

    def __init__(self, coordinates: Mapping[str, tuple[str, str]], theorems: Mapping[str, TheoremStatement]) -> None:
        self._coordinates = coordinates
        self._theorems = theorems
        self._ids: set[str] = set()

    def premises(self, value: object) -> dict[str, Statement]:
        result: dict[str, Statement] = {}
        for item in _list(value, "premises", _MOST["premises"]):
            entry = _object(item, "a premise", {"id", "claim"})
            name = self._new_id(entry["id"])
            claim = self.claim(entry["claim"], name)
            if not isinstance(claim, Statement):
                raise CertificateError("a premise is a predicate, not an equation", name)
            result[name] = claim
        return result

    def steps(self, value: object) -> tuple[Step, ...]:
        return tuple(self._step(item) for item in _list(value, "steps", _MOST["steps"]))

    def _step(self, item: object) -> Step:
        name = item.get("id") if isinstance(item, dict) else None
        where = name if isinstance(name, str) else ""
        optional = frozenset({"points", "lines", "lengths", *_OF_RULE})
        entry = _object(item, "a step", {"id", "rule", "uses", "claim"}, where, optional)
        rule = _text(entry["rule"], "the rule", where)
        for field, owner in _OF_RULE.items():
            if (field in entry) != (rule == owner) and (field in entry or field != "forms"):
                raise CertificateError(f"{field} stands in steps of the rule {owner}, and only there", where)
        uses = self._ids_of(entry["uses"], "uses", where)
        lines, lengths = (self._ids_of(entry.get(name, []), name, where) for name in ("lines", "lengths"))
        said = _list(entry.get("forms", []), "forms", _MOST["list"], where)
        forms = tuple(None if form is None else self._equation(form, where) for form in said)
        if forms and len(forms) != len(uses):
            raise CertificateError("forms stand one for each of the uses", where)
        paired = tuple(zip(uses, forms, strict=True)) if forms else uses
        if any(len(set(some)) != len(some) for some in (paired, lines, lengths)):
            raise CertificateError("a step uses the same id twice", where)
        step = Step(
            _text(entry["id"], "an id"),
            rule,
            self.points(entry.get("points", []), where),
            uses,
            _rationals(entry.get("coefficients", []), "the coefficient", where),
            self.claim(entry["claim"], where),
            forms,
            lines,
            lengths,
            self._cited(entry["theorem"], where) if "theorem" in entry else None,
            self._bound(entry["bound"], where) if "bound" in entry else None,
        )
        self._new_id(step.id)
        return step

    def _ids_of(self, value: object, what: str, step: str) -> tuple[str, ...]:
        return tuple(self.earlier_id(u, step) for u in _list(value, what, _MOST["list"], step))

    def _cited(self, value: object, step: str) -> TheoremStatement:
        name = _text(value, "the theorem", step)
        if name not in self._theorems:
            raise CertificateError(f"the certificate doesn't state the theorem {name!r:.80}", step)
        return self._theorems[name]

    def _bound(self, value: object, step: str) -> Bound:
        try:
            found = bound_from_data(value)
        except ValueError as error:
            raise CertificateError(f"its bound can't be read: {error}", step) from error
        self.points(list(found.points), step)
        if any(len(set(f.points)) < len(f.points) for f in found.facts):
            raise CertificateError("a fact of its bound names a point twice", step)
        return found

    def side_conditions(self, value: object) -> tuple[SideCondition, ...]:
        result = []
        for item in _list(value, "side_conditions", _MOST["steps"]):
            entry = _object(item, "a side condition", {"kind", "points", "step"})
            step = self.earlier_id(entry["step"], "")
            kind = _text(entry["kind"], "the kind of a side condition", step)
            result.append(SideCondition(kind, self.points(entry["points"], step), step))
        return tuple(result)

    def _new_id(self, value: object) -> str:
        name = _name(value, "an id")
        if name in self._ids:
            raise CertificateError("this id stands twice", name)
        self._ids.add(name)
        return name

    def earlier_id(self, value: object, step: str) -> str:
        name = _text(value, "an id", step)
        if name not in self._ids:
            raise CertificateError(f"no earlier step or premise has the id {name!r:.80}", step)
        return name

    def points(self, value: object, step: str) -> tuple[str, ...]:
        names = _texts(value, "a point", _MOST["list"], step)
        for p in names:
            if p not in self._coordinates:
                raise CertificateError(f"the point {p!r:.80} has no coordinates", step)
        return names

    def claim(self, value: object, step: str) -> Claim:
        if isinstance(value, dict) and "equation" in value:
            return self._equation(value, step)
        return self.statement(value, step)

    def statement(self, value: object, step: str) -> Statement:
        entry = _object(value, "a claim", {"predicate", "points"}, step, frozenset({"constants", "expression"}))
        name = _text(entry["predicate"], "a predicate", step)
        predicate = PREDICATES.get(name) or OF_EXPRESSIONS.get(name)
        if predicate is None or predicate.is_question:
            raise CertificateError(f"{name!r:.80} is not a predicate that can be claimed", step)
        points = self.points(entry["points"], step)
        statement = Statement(predicate, points, _rationals(entry.get("constants", []), "the constant", step))
        if name in OF_EXPRESSIONS or "expression" in entry:
            try:
                statement = read_quantity(predicate, points, entry.get("expression"))
            except ValueError as error:
                raise CertificateError(f"its expression can't be read: {error}", step) from error
        if (what := unmeant(statement)) is not None:
            raise CertificateError(f"{what}, in {name}", step)
        if predicate in (DISTMEQ, RCONST) and max(statement.constants[-1].as_integer_ratio()) > _MOST["base"]:
            raise CertificateError(f"the value of a {name} is of moderate height", step)
        return statement

    def _equation(self, value: object, step: str) -> Equation:
        entry = _object(value, "an equation", {"equation", "terms"}, step, frozenset({"constants"}))
        name = _text(entry["equation"], "a theory", step)
        if name not in {t.value for t in Theory}:
            raise CertificateError(f"{name!r:.80} is not a theory", step)
        theory = Theory(name)
        terms = [self._term(t, theory, step) for t in _list(entry["terms"], "terms", _MOST["list"], step)]
        raw = entry.get("constants", {})
        if not isinstance(raw, dict) or len(raw) > _MOST["list"]:
            raise CertificateError("the constants of an equation are not an object", step)
        constants = {_base(b, theory, step): _rational(c, "the constant", step) for b, c in raw.items()}
        if not terms or len({q for q, _ in terms}) != len(terms):
            raise CertificateError("an equation has terms, each quantity once", step)
        if not all(c for _, c in terms) or not all(constants.values()):
            raise CertificateError("an equation has no zero coefficients", step)
        return Equation.of(theory, terms, constants)

    def _term(self, value: object, theory: Theory, step: str) -> tuple[Quantity, Fraction]:
        parts = _list(value, "a term", 4, step)
        if len(parts) != 3 and not (len(parts) == 4 and theory is Theory.LOG):
            raise CertificateError("a term is a coefficient and two points (or an angle's three, in log)", step)
        points = self.points(parts[1:], step)
        if len(set(points)) != len(points):
            raise CertificateError(f"the quantity {' '.join(points)} names a point twice", step)
        quantity = segment(*points) if len(points) == 2 else sine(*points)
        return quantity, _rational(parts[0], "the coefficient", step)


def _base(value: object, theory: Theory, step: str) -> int:
    """1 in directions, a prime in logarithms; the other theories have no constants."""
    if theory is Theory.DIRECTION and value == "1":
        return 1
    text = value if isinstance(value, str) else ""
    if theory is Theory.LOG and re.fullmatch(r"[1-9][0-9]{0,5}", text):
        base = int(text)
        if base > 1 and all(base % d for d in range(2, int(base**0.5) + 1)):
            return base
    raise CertificateError(f"{value!r:.80} is not the base of a constant in {theory.value}", step)
