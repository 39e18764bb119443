"""Changes of a certificate, each of one kind; several are made at once, and some mend what others break.

Each takes a certificate as an object, which it changes in place, and what it may draw upon (`Source`). It returns whether
there was something to change.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from solver.checker.auxiliary import with_auxiliary
from solver.checker.conditions import POINT_KINDS
from solver.checker.rules import RULES
from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import compile_system
from solver.errors import PorismError
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.plane.loci import Degenerate
from solver.proof.certificate import claim_as_json
from solver.soundness.candidates import candidates
from solver.soundness.texts import changed, with_goal
from solver.statements.predicates import COLL, CONG, CYCLIC, OVERLAP, PARA, PERP, PREDICATES, Predicate, Statement

Json = dict[str, Any]
Mutation = Callable[[Json, "Source", np.random.Generator], bool]
#: Premises hold this well in the coordinates that a mutation solves for.
SOLVED = 1e-9
#: Statements that are true in a certificate's diagram, to be claimed for nothing.
MOST_TRUE = 400


@dataclass(frozen=True)
class Source:
    """What mutations of one certificate draw upon. true: statements that hold in its diagram.

    judged: which theorems that mutants prove have been found true or not (see `solver.soundness.accepted`).
    """

    problem: Problem
    true: tuple[Statement, ...]
    judged: dict[object, bool | None] = dataclasses.field(default_factory=dict, compare=False)

    @staticmethod
    def of(certificate: Json, rng: np.random.Generator) -> Source:
        """Raises PorismError where the statement can't be read."""
        problem = stated(certificate)
        found = list(candidates(diagram_of(certificate), rng))
        some = [found[int(i)] for i in rng.permutation(len(found))[:MOST_TRUE]]
        return Source(problem, tuple(s for s in some if s.repeated_point() is None))


def stated(certificate: Json) -> Problem:
    """The certificate's statement with its auxiliary points. Raises PorismError."""
    said = certificate["problem"]
    return read(said["statement"], said["name"], tuple(said.get("auxiliary", ())))


@lru_cache(maxsize=256)
def read(text: str, name: str, auxiliary: tuple[str, ...]) -> Problem:
    """A statement with auxiliary points, kept: many mutants have the same one. Raises PorismError."""
    return with_auxiliary(parse_statement(text, name), auxiliary)


def diagram_of(certificate: Json) -> Diagram:
    """The figure of its coordinates."""
    at = certificate["coordinates"]
    return Diagram(tuple(at), np.array([[float(x), float(y)] for x, y in at.values()]))


def statement_of(claim: Json) -> Statement | None:
    """The predicate that a claim is; None for an equation."""
    if "predicate" not in claim:
        return None
    constants = tuple(Fraction(c) for c in claim.get("constants", ()))
    return Statement(PREDICATES[claim["predicate"]], tuple(claim["points"]), constants)


def one_of(options: Sequence[Any], rng: np.random.Generator) -> Any:
    return options[int(rng.integers(len(options)))]


# -- goals ------------------------------------------------------------------------------------------------------------


def _ask_for(certificate: Json, claim: Json) -> bool:
    """The certificate proves that, and its statement asks for it."""
    goal = statement_of(claim)
    if goal is None:
        return False
    certificate["goal"]["claim"] = claim
    certificate["problem"]["statement"] = with_goal(certificate["problem"]["statement"], goal)
    return True


def another_goal(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """What another step claims."""
    stated = one_of([*certificate["premises"], *certificate["steps"]], rng)
    certificate["goal"]["by"] = stated["id"]
    return _ask_for(certificate, stated["claim"])


def goal_of_other_points(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """The goal, and the step that claims it, about other points."""
    points = list(certificate["goal"]["claim"]["points"])
    points[int(rng.integers(len(points)))] = one_of(list(certificate["coordinates"]), rng)
    claim = {**certificate["goal"]["claim"], "points": points}
    return _claim_at_the_end(certificate, claim)


def goal_true_here(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """What is true in the diagram is claimed at the end."""
    return bool(source.true) and _claim_at_the_end(certificate, claim_as_json(one_of(source.true, rng)))


def _claim_at_the_end(certificate: Json, claim: Json) -> bool:
    for step in certificate["steps"]:
        if step["id"] == certificate["goal"]["by"]:
            step["claim"] = claim
    return _ask_for(certificate, claim)


# -- premises ---------------------------------------------------------------------------------------------------------


def another_statement(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """The statement says less, or something else; the premises follow it."""
    text = certificate["problem"]["statement"]
    new = changed(text, rng)
    certificate["problem"]["statement"] = new
    try:
        problem = stated(certificate)
    except PorismError:
        return False
    at = {p: complex(*map(float, xy)) for p, xy in certificate["coordinates"].items()}
    if not set(problem.points) <= at.keys():
        return False
    assumed = {_key(claim_as_json(s)): s for s in oriented(problem, at).premises}
    mine = {_key(p["claim"]) for p in certificate["premises"]}
    spare = [claim_as_json(s) for key, s in assumed.items() if key not in mine]
    for premise in [p for p in certificate["premises"] if _key(p["claim"]) not in assumed]:
        like = [c for c in spare if c["predicate"] == premise["claim"]["predicate"]] or spare
        if like and rng.random() < 0.8:
            premise["claim"] = one_of(like, rng)
        else:
            _without(certificate, premise["id"], rng)
    if problem.goal != source.problem.goal and not problem.goal.predicate.is_question:
        _claim_at_the_end(certificate, claim_as_json(oriented(problem, at).goal))
        certificate["problem"]["statement"] = new
    return bool(new != text)


def _key(claim: Json) -> str:
    return repr(sorted(claim.items()))


def _without(certificate: Json, premise: str, rng: np.random.Generator) -> None:
    """The premise is gone; what used it uses another one, or nothing."""
    certificate["premises"] = [p for p in certificate["premises"] if p["id"] != premise]
    ids = [p["id"] for p in certificate["premises"]]
    for step in certificate["steps"]:
        for field in ("uses", "lines", "lengths"):
            if premise in step.get(field, ()):
                others = [i for i in ids if i not in step[field]]
                other = one_of(others, rng) if others and rng.random() < 0.5 else None
                _replace_use(step, field, premise, other)


def _replace_use(step: Json, field: str, old: str, new: str | None) -> None:
    i = step[field].index(old)
    if new is not None:
        step[field][i] = new
        return
    del step[field][i]
    if field == "uses":
        for beside in ("coefficients", "forms"):
            if beside in step:
                del step[beside][i]


def premise_of_other_points(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """A premise is another one of the statement's."""
    if not certificate["premises"]:
        return False
    at = {p: complex(*map(float, xy)) for p, xy in certificate["coordinates"].items()}
    assumed = oriented(source.problem, at).premises
    one_of(certificate["premises"], rng)["claim"] = claim_as_json(one_of(assumed, rng))
    return True


# -- steps ------------------------------------------------------------------------------------------------------------


def _step(certificate: Json, rng: np.random.Generator, has: str = "") -> Json | None:
    steps = [s for s in certificate["steps"] if not has or s.get(has)]
    return one_of(steps, rng) if steps else None


def _number(text: str, rng: np.random.Generator) -> str:
    value = Fraction(text)
    return str(one_of([-value, 2 * value, value / 2, value + 1, value - 1, value + Fraction(1, 2)], rng))


def other_coefficients(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    step = _step(certificate, rng, "coefficients")
    if step is None:
        return False
    i = int(rng.integers(len(step["coefficients"])))
    step["coefficients"][i] = _number(step["coefficients"][i], rng)
    return True


def other_claim(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """A step's claim with another constant, factor or point, or the claim of another step, or what is true anyway."""
    step = _step(certificate, rng)
    if step is None:
        return False
    claim = step["claim"]
    kind = int(rng.integers(6))
    if kind == 0 and source.true:
        step["claim"] = claim_as_json(one_of(source.true, rng))
    elif kind == 1:
        step["claim"] = one_of(certificate["steps"], rng)["claim"]
    elif "terms" in claim and kind < 4:
        term = one_of(claim["terms"], rng)
        if rng.random() < 0.5:
            term[0] = _number(term[0], rng)
        else:
            term[int(rng.integers(1, len(term)))] = one_of(list(certificate["coordinates"]), rng)
    elif "terms" in claim:
        constants = claim.setdefault("constants", {})
        base = "1" if claim["equation"] == "direction" else one_of(["2", "3"], rng)
        constants[base] = _number(constants.get(base, "0"), rng)
        if Fraction(constants[base]) == 0:
            del constants[base]
    elif claim.get("constants") and kind == 5:
        i = int(rng.integers(len(claim["constants"])))
        claim["constants"][i] = _number(claim["constants"][i], rng)
    else:
        _change_point(claim["points"], certificate, rng)
    if step["id"] == certificate["goal"]["by"] and "predicate" in step["claim"]:
        return _ask_for(certificate, step["claim"])
    return True


def _change_point(points: list[str], certificate: Json, rng: np.random.Generator) -> None:
    i, j = map(int, rng.integers(len(points), size=2))
    if rng.random() < 0.5:
        points[i], points[j] = points[j], points[i]
    else:
        points[i] = one_of(list(certificate["coordinates"]), rng)


def other_points(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    step = _step(certificate, rng, "points")
    if step is None:
        return False
    _change_point(step["points"], certificate, rng)
    return True


def other_rule(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """Another rule, with as many points as it takes, and what stands in its steps only."""
    step = _step(certificate, rng)
    if step is None:
        return False
    step["rule"] = rule = one_of([r for r in RULES if r not in ("theorem", step["rule"])], rng)
    least, _ = RULES[rule].count
    points = [*step.get("points", ()), *step["claim"].get("points", ()), *certificate["coordinates"]]
    step["points"] = points[:least]
    for field in ("coefficients", "forms", "theorem"):
        step.pop(field, None)
    if rule == "linear":
        step["coefficients"] = [one_of(["1", "-1"], rng) for _ in step["uses"]]
    return True


def other_uses(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """One of what a step uses is left out, or is another one; or one more."""
    field = one_of(["uses", "uses", "lines", "lengths"], rng)
    step = _step(certificate, rng, field)
    if step is None:
        return False
    earlier = [p["id"] for p in certificate["premises"]]
    earlier += [s["id"] for s in certificate["steps"][: certificate["steps"].index(step)]]
    others = [i for i in earlier if i not in step[field]]
    kind = int(rng.integers(3))
    if kind == 0 or not others:
        _replace_use(step, field, one_of(step[field], rng), None)
    elif kind == 1:
        _replace_use(step, field, one_of(step[field], rng), one_of(others, rng))
    else:
        step[field].append(one_of(others, rng))
        if field == "uses":
            for beside, value in (("coefficients", "1"), ("forms", None)):
                if beside in step:
                    step[beside].append(value)
    return True


def step_dropped(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """A step is left out; what used it uses what it used."""
    if len(certificate["steps"]) < 2:
        return False
    step = certificate["steps"].pop(int(rng.integers(len(certificate["steps"]) - 1)))
    instead = one_of([*step["uses"], None], rng)
    for other in certificate["steps"]:
        for field in ("uses", "lines", "lengths"):
            if step["id"] in other.get(field, ()):
                _replace_use(other, field, step["id"], None if instead in other[field] else instead)
    return True


# -- conditions and places --------------------------------------------------------------------------------------------


def other_conditions(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """A condition is left out, or is of another kind or about other points; or one more."""
    listed = certificate["side_conditions"]
    if not listed:
        return False
    kind = int(rng.integers(3))
    chosen = one_of(listed, rng)
    if kind == 0:
        listed.remove(chosen)
    elif kind == 1:
        chosen["kind"] = one_of(list(POINT_KINDS), rng)
    elif chosen["points"]:
        _change_point(chosen["points"], certificate, rng)
    return True


def mirrored(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    for xy in certificate["coordinates"].values():
        xy[0] = repr(-float(xy[0]))
    return True


def moved(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """One point or all are elsewhere, far or near, the premises holding or not."""
    at = certificate["coordinates"]
    size = float(one_of([1e-9, 1e-7, 1e-5, 1e-3, 0.1, 1.0], rng))
    for p in at if rng.random() < 0.5 else [one_of(list(at), rng)]:
        at[p] = [repr(float(c) + size * float(rng.standard_normal())) for c in at[p]]
    return _solve(certificate, source, ()) if rng.random() < 0.7 else True


#: Relations of special positions: a predicate, and how many points it takes here.
_SPECIAL: tuple[tuple[Predicate, int], ...] = (
    (CONG, 3),
    (CONG, 4),
    (PERP, 3),
    (PERP, 4),
    (PARA, 4),
    (COLL, 3),
    (CYCLIC, 4),
    (OVERLAP, 2),
)


def specialized(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """The diagram is a special one: isosceles, right, in line, on a circle, with points at one place."""
    points = list(certificate["coordinates"])
    predicate, count = one_of(_SPECIAL, rng)
    if len(points) < count:
        return False
    p = [points[int(i)] for i in rng.permutation(len(points))[:count]]
    named = (p[0], p[1], p[0], p[2]) if count == 3 and predicate in (CONG, PERP) else tuple(p)
    return _solve(certificate, source, (Statement(predicate, named),))


def other_intersection(certificate: Json, source: Source, rng: np.random.Generator) -> bool:
    """A point is mirrored in the line through two others, and the premises are solved from there."""
    at = certificate["coordinates"]
    if len(at) < 3:
        return False
    p, a, b = (list(at)[int(i)] for i in rng.permutation(len(at))[:3])
    z, u, v = (complex(*map(float, at[q])) for q in (p, a, b))
    if u == v:
        return False
    z = u + (v - u) * ((z - u) / (v - u)).conjugate()
    at[p] = [repr(z.real), repr(z.imag)]
    return _solve(certificate, source, ())


def _solve(certificate: Json, source: Source, more: Sequence[Statement]) -> bool:
    """The nearest places in which the statement's premises hold, and these relations."""
    diagram = diagram_of(certificate)
    try:
        problem = oriented(stated(certificate), diagram.places())
        if not set(problem.points) <= set(diagram.points):
            return False
        system = compile_system([*problem.premises, *more], diagram.points, diagram.xy)
        solved = refine(system, diagram.xy)
    except (PorismError, Degenerate, ZeroDivisionError):
        return False
    if not solved.residual < SOLVED or not np.all(np.isfinite(solved.xy)):
        return False
    certificate["coordinates"] = {
        p: [repr(float(x)), repr(float(y))] for p, (x, y) in zip(diagram.points, solved.xy, strict=True)
    }
    return True


# -- all --------------------------------------------------------------------------------------------------------------

MUTATIONS: dict[str, Mutation] = {
    "another goal": another_goal,
    "a goal of other points": goal_of_other_points,
    "a goal that is true here": goal_true_here,
    "another statement": another_statement,
    "another premise": premise_of_other_points,
    "other coefficients": other_coefficients,
    "another claim": other_claim,
    "other points": other_points,
    "another rule": other_rule,
    "other uses": other_uses,
    "a step less": step_dropped,
    "other conditions": other_conditions,
    "mirrored": mirrored,
    "moved": moved,
    "a special position": specialized,
    "another intersection": other_intersection,
}
