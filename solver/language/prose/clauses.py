"""What clauses say. What each verb states stands in `solver.language.prose.verbs`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import solver.language.prose.nouns
import solver.language.prose.verbs  # noqa: F401
from solver.language.problem import NOT_STATED
from solver.language.prose.amounts import are_symbols
from solver.language.prose.context import Context
from solver.language.prose.measures import QUANTITIES
from solver.language.prose.registry import VERBS
from solver.language.prose.syntax import (
    SELF,
    About,
    Clause,
    Likewise,
    Many,
    Named,
    Noun,
    Pronoun,
    Relation,
    Said,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.things import ORDINALS, STATE, about, denote, flat
from solver.language.prose.verbs.being import state_relation
from solver.language.prose.verbs.naming import is_names, names_of
from solver.language.sums import Symbol, atoms


def state(ctx: Context, said: Said) -> None:
    """States what a clause says. Raises ParseError."""
    ctx.visited.add(id(said))
    match said:
        case Together(clauses):
            for clause in clauses:
                state(ctx, clause)
        case About(Noun(article="no"), _):
            ctx.note(NOT_STATED)
        case About(Pronoun(word="each"), inner):
            _of_each(ctx, inner)
        case About(thing, inner):
            with about(ctx, thing):
                if isinstance(thing, Noun) and thing.names and not ctx.is_goal and not _speaks_of_self(inner):
                    denote(ctx, SELF)  # triangle ABC has ∠C = 90°: first the triangle, then its angle
                state(ctx, inner)
                if not ctx.bearer.is_used and not _introduces_relations(ctx, thing, inner):
                    denote(ctx, thing)
                values_ = ctx.bearer.values
            if values_ is None and not ctx.is_goal and is_names(thing) and not is_defined(ctx, thing):
                values_ = denote(ctx, Many(tuple(names_of(ctx, thing))))
            if values_ and not ctx.is_goal:
                ctx.mention(values_)  # what `it` is, if it comes next
        case Relation():
            state_relation(ctx, said)
        case Clause(verb=name):
            if name not in VERBS:
                raise ctx.fail(f"“{name}” can't be understood here")
            if "not" in said.flags and (name not in NEGATIVE or {"some", "maybe"} & said.flags):
                if "maybe" not in said.flags:  # not necessarily distinct
                    ctx.note(NOT_STATED)
                subject = said.role("subject")
                if isinstance(subject, Noun) and subject.names and not ctx.is_goal:
                    denote(ctx, subject)
                return
            VERBS[name](ctx, said)
        case Whether(clauses) if ctx.asks:
            ways = [f"the {ordinal} of the things of which one is to be proved" for ordinal in ORDINALS[: len(clauses)]]
            taken = ctx.choose(id(said), ways)
            ctx.visit(tuple(clause for i, clause in enumerate(clauses) if i != taken))
            state(ctx, clauses[taken])
        case Whether():
            raise ctx.fail(
                "one of two things can't be stated", "write a statement for each case, or what both have in common"
            )
        case Likewise():
            raise ctx.fail("it isn't clear what is done in the same way", "say it in full")


STATE.append(state)


def _speaks_of_self(node: object) -> bool:
    if node is SELF:
        return True
    if isinstance(node, About):
        return _speaks_of_self(node.thing)  # SELF in what is said of it is that thing
    if isinstance(node, tuple):
        return any(map(_speaks_of_self, node))
    return is_dataclass(node) and any(_speaks_of_self(getattr(node, f.name)) for f in fields(node))


def _of_each(ctx: Context, inner: Said) -> None:
    """`Each passes through the center of the other`: said of those that were spoken of together last, one after the other."""
    group = next((v for v in reversed(ctx.mentioned) if len(v) > 1 and not any(isinstance(x, str) for x in v)), None)
    if group is None:
        raise ctx.unresolved("it isn't clear of which things this is said", "name them")
    for value in group:
        others = [v for v in group if v is not value]
        ctx.counterpart = others[0] if len(others) == 1 else None
        with about(ctx, None, [value]):
            state(ctx, inner)
    ctx.counterpart = None


def _introduces_relations(ctx: Context, thing: Thing, said: Said) -> bool:
    """`The side lengths of ABCD are AB = 4, …`: only what they are of is looked up."""
    if not (isinstance(thing, Noun) and thing.head in QUANTITIES and isinstance(said, Relation | Together)):
        return False
    ctx.visit(thing)
    for _, of in thing.roles:
        denote(ctx, of)
    return True


NEGATIVE = frozenset(
    (
        "parallel",
        "lie",
        "collinear",
        "different",
        "equal",
        "greater",
        "less",
        "at_most",
        "at_least",
        "exceed",
        "same_side",
        "opposite_sides",
        "opposite_side_of",
    )
)


def is_defined(ctx: Context, thing: Thing) -> bool:
    """Whether names were given a value as numbers or lengths."""
    given = {a for left, right, _ in ctx.quantities.given for a in atoms(left) | atoms(right)}
    return are_symbols(thing) and all(Symbol(n.name) in given for n in flat([thing]) if isinstance(n, Named))
