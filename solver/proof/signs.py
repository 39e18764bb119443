"""Why an inequality holds, in words: what the difference of its sides is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from solver.checker.inequality.bounds import expression_of
from solver.proof.phrases.phrases import Phrases
from solver.proof.words import with_powers
from solver.statements.bound import Bound, Fact, Term
from solver.statements.expression import Expression, Number, Power, Product, Sum, written
from solver.statements.predicates import Claim, Statement

#: A sum longer than this isn't printed, it stands in the certificate.
LONGEST = 240
#: Names for the excesses of triangle inequalities.
_NAMES = "xyzuvw"


def bound_in_words(bound: Bound, uses: Mapping[str, Claim], phrases: Phrases) -> str:
    """As a positive multiple of the difference is a sum of what isn't negative. uses: the claims that it uses, by id."""
    if not bound.terms:
        return phrases.bound_equal
    triangles = list(dict.fromkeys(f for t in bound.terms for f in t.facts if f.kind == "triangle"))
    if _is_one(bound.times) and all(len(t.facts) == 1 and t.facts[0].kind == "triangle" for t in bound.terms):
        corners = [" ".join(f.points) if any(len(p) > 1 for p in f.points) else "".join(f.points) for f in triangles]
        return phrases.bound_triangles.format(triangles=phrases.comma.join(f"△{c}" for c in dict.fromkeys(corners)))
    named: dict[Expression, str] = {expression_of(f): name for f, name in zip(triangles, _NAMES, strict=False)}
    vectors = {expression_of(f): _vector(f) for t in bound.terms for f in t.facts if f.kind == "vectors"}
    said = with_powers(written(Sum(tuple(_product(t, uses) for t in bound.terms)), {**named, **vectors}))
    if len(said) > LONGEST or len(triangles) > len(_NAMES):
        kinds = dict.fromkeys(f.kind for t in bound.terms for f in t.facts)
        facts = phrases.comma.join(phrases.bound_facts[k] for k in kinds)
        return phrases.bound_long.format(count=len(bound.terms), facts=facts)
    where = phrases.comma.join(f"{name} = {written(e)}" for e, name in named.items())
    template = phrases.bound_sum_where if where else phrases.bound_sum
    return template.format(sum=said, where=where)


def _vector(fact: Fact) -> str:
    """|2M − B − C|²."""
    said = ""
    for p, c in zip(fact.points, fact.factors, strict=True):
        sign = ("−" if c < 0 else "") if not said else " − " if c < 0 else " + "
        said += f"{sign}{'' if abs(c) == 1 else abs(c)}{p}"
    return f"|{said}|²"


def _is_one(terms: Sequence[Term]) -> bool:
    return len(terms) == 1 and not terms[0].facts and terms[0].factor == 1


def _product(term: Term, uses: Mapping[str, Claim]) -> Expression:
    counts: dict[Fact, int] = {}
    for f in term.facts:
        counts[f] = counts.get(f, 0) + 1
    factors: list[Expression] = [] if term.factor == 1 and counts else [Number(term.factor)]
    for f, k in counts.items():
        claim = uses.get(f.id)
        e = claim.expression if isinstance(claim, Statement) and claim.expression is not None else expression_of(f)
        factors.append(e if k == 1 else Power(e, Fraction(k)))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
