"""A theorem as patterns over numbered points (slots): what the core looks for.

Predicates become facts: collinear or concyclic slots, for which the figure keeps relations, or linear equations. And
the theorem's symmetries, the renumberings under which premises and conclusions are the same: of the instances that these
make of one, the core keeps one for which the conditions hold.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from solver.errors import ParseError
from solver.knowledge.theorem import Theorem
from solver.proof.checker import TheoremStatement
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import COLL, CYCLIC, MIDP, Claim, Statement


class FactKind(Enum):
    """In the order of FactPattern::Kind in core/theorems.hpp."""

    EQUATIONS = 0
    COLLINEAR = 1
    CONCYCLIC = 2


@dataclass(frozen=True)
class Fact:
    """points: those that it speaks of. equations: what it means (none for CONCYCLIC)."""

    kind: FactKind
    points: tuple[str, ...]
    equations: tuple[Equation, ...]


#: In the order of ConditionPattern::Kind in core/theorems.hpp. All points of an instance are apart anyway.
CONDITIONS = (
    "distinct", "noncollinear", "same_orientation", "opposite_orientation", "between", "longer", "outside", "inside",
    "unparallel", "unconcyclic", "unbetween",
)  # fmt: skip

#: More symmetries than this aren't used: they would cost more than the instances that they spare.
MOST_SYMMETRIES = 1000


def facts_of(claims: tuple[Claim, ...]) -> tuple[Fact, ...]:
    """The claims as facts; a midpoint is two of them."""
    return tuple(fact for claim in claims for fact in _facts(claim))


def equations_of(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What the core asks of its theories: the claims' equations (not lifted), and concyclic points."""
    found: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Equation) or claim.predicate is CYCLIC:
            found.append(claim)
        else:
            found.extend(claim.equations())
    return tuple(dict.fromkeys(found))


def _facts(claim: Claim) -> Iterator[Fact]:
    if isinstance(claim, Equation):
        yield _of_equations((claim,))
    elif claim.predicate is CYCLIC:
        yield Fact(FactKind.CONCYCLIC, claim.points, ())
    elif claim.predicate is COLL:
        yield Fact(FactKind.COLLINEAR, claim.points, claim.equations())
    elif claim.predicate is MIDP:
        yield from _facts(Statement(COLL, claim.points))
        yield _of_equations(claim.equations()[1:])
    else:
        yield _of_equations(claim.equations())


def _of_equations(equations: tuple[Equation, ...]) -> Fact:
    points = tuple(dict.fromkeys(p for e in equations for q, _ in e.terms for p in q))
    if len(equations) == 1 and equations[0].theory is Theory.DIRECTION and not equations[0].constants:
        terms = equations[0].terms
        if len(terms) == 2 and len(points) == 3:  # two parallels with a common point
            return Fact(FactKind.COLLINEAR, points, equations)
    return Fact(FactKind.EQUATIONS, points, equations)


def refuse_sines(theorem: Theorem) -> None:
    """The core has sines only for some angles of a figure. Raises ParseError where a theorem to be run speaks of them."""
    for claim in (*theorem.statement.premises, *theorem.statement.conclusions):
        if isinstance(claim, Equation) and any(len(q) == 3 for q, _ in claim.terms):
            raise ParseError(
                f"{theorem.id} speaks of sines, which the engine can't look for", theorem.span, "use angles or lengths"
            )


def symmetries(statement: TheoremStatement) -> list[tuple[int, ...]]:
    """Renumberings that keep premises and conclusions, whatever the conditions: the image of each slot. No identity."""
    points = statement.points
    said = _Said(statement)
    found: list[tuple[int, ...]] = []
    for image in said.images({}, list(points)):
        found.append(tuple(points.index(image[p]) for p in points))
        if len(found) > MOST_SYMMETRIES:
            return []
    return [f for f in found if f != tuple(range(len(points)))]


class _Said:
    """The premises and the conclusions as sets of keys, which a symmetry maps to themselves."""

    def __init__(self, statement: TheoremStatement) -> None:
        parts = [("given", c) for c in statement.premises] + [("then", c) for c in statement.conclusions]
        self._claims = [(role, claim, frozenset(_points(claim))) for role, claim in parts]
        self._keys = {(role, _key(claim, {p: p for p in on})) for role, claim, on in self._claims}
        self._colour = {p: self._signature(p) for p in statement.points}

    def _signature(self, point: str) -> tuple[Hashable, ...]:
        """What can be said of a point without naming another: a symmetry keeps it."""
        return tuple(sorted((role, _word(claim), len(on)) for role, claim, on in self._claims if point in on))

    def images(self, image: dict[str, str], rest: list[str]) -> Iterator[dict[str, str]]:
        if not rest:
            yield dict(image)
            return
        point = rest[0]
        for target in self._colour:
            if target in image.values() or self._colour[target] != self._colour[point]:
                continue
            image[point] = target
            if all(
                (role, _key(claim, image)) in self._keys
                for role, claim, on in self._claims
                if point in on and on <= image.keys()
            ):
                yield from self.images(image, rest[1:])
            del image[point]


def _points(claim: Claim) -> tuple[str, ...]:
    return tuple(claim.points()) if isinstance(claim, Equation) else claim.points


def _word(claim: Claim) -> str:
    return claim.theory.value if isinstance(claim, Equation) else claim.predicate.name


def _key(claim: Claim, image: dict[str, str]) -> Hashable:
    """Equal for claims that say the same."""
    if isinstance(claim, Equation):
        return _equation_key(claim, image)
    if claim.predicate in (COLL, CYCLIC):
        return claim.predicate.name, frozenset(image[p] for p in claim.points)
    return frozenset(_equation_key(e, image) for e in claim.equations())


def _equation_key(e: Equation, image: dict[str, str]) -> Hashable:
    terms = sorted(
        ((tuple(sorted((image[q[0]], image[q[-1]]))), image[q[1]] if len(q) == 3 else ""), c) for q, c in e.terms
    )
    lead = terms[0][1]
    constants: tuple[tuple[int, Fraction], ...] = tuple((b, c / lead) for b, c in e.constants)
    if e.theory is Theory.DIRECTION:
        constants = tuple((b, c % 1) for b, c in constants)
    return e.theory.value, tuple((q, c / lead) for q, c in terms), constants
