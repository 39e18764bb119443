"""What is said of a thing, with `not` and the adverbs that stand before it."""

from __future__ import annotations

from dataclasses import replace

from solver.language.prose.syntax import (
    About,
    AngleSize,
    Clause,
    Noun,
    Place,
    Pronoun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
)


def about(subject: Thing, said: Said, place: Place) -> About:
    return About(subject, said, place)


#: Adverbs that tell how circles touch, and sides are bisected.
HOW = frozenset(("inside", "outside"))


def flagged(said: Said, flags: frozenset[str]) -> Said:
    """With the adverbs that stand before it: `externally tangent`."""
    if isinstance(said, Together):
        return replace(said, clauses=(flagged(said.clauses[0], flags), *said.clauses[1:]))
    return replace(said, flags=said.flags | flags) if isinstance(said, Clause) and flags else said


def there(said: Said) -> Said:
    """`(the point) where AB and CD meet`: what meets or touches does so there."""
    match said:
        case Together(clauses):
            return replace(said, clauses=tuple(map(there, clauses)))
        case About(_, Clause() as inner):
            return replace(said, said=replace(inner, flags=inner.flags | {"there"}))
    return said


def about_it(said: Said, asked: Thing | None) -> Said:
    """`(Find ∠A) if it is acute`: `it` is what is asked for."""
    if isinstance(said, Together):
        return replace(said, clauses=tuple(about_it(clause, asked) for clause in said.clauses))
    if isinstance(said, About) and said.thing == Pronoun("it") and isinstance(asked, AngleSize | Run | Noun):
        return replace(said, thing=asked)
    return said


def negated(said: Said) -> Said:
    match said:
        case Clause():
            return replace(said, flags=said.flags | {"not"})
        case About(inner_thing, inner):
            return About(inner_thing, negated(inner), said.place)
        case Together(clauses):
            return replace(said, clauses=tuple(map(negated, clauses)))
        case Relation(signs=("=",)):
            return replace(said, signs=("≠",))
    return Clause("nothing", (), frozenset(("not",)))
