"""What clauses say. What each verb states stands in `solver.language.prose.verbs`."""

from __future__ import annotations

import solver.language.prose.verbs  # noqa: F401
from solver.language.prose.context import Context
from solver.language.prose.measures import are_symbols
from solver.language.prose.registry import VERBS
from solver.language.prose.sums import Symbol, atoms
from solver.language.prose.syntax import (
    About,
    Clause,
    Likewise,
    Many,
    Named,
    Noun,
    Relation,
    Said,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.things import ORDINALS, STATE, about, denote, flat
from solver.language.prose.verbs.being import state_relation
from solver.language.prose.verbs.naming import is_names, names_of


def state(ctx: Context, said: Said) -> None:
    """States what a clause says. Raises ParseError."""
    ctx.visited.add(id(said))
    match said:
        case Together(clauses):
            for clause in clauses:
                state(ctx, clause)
        case About(Noun(article="no"), _):
            ctx.note("what is said not to be so is taken for granted")
        case About(thing, inner):
            with about(ctx, thing):
                state(ctx, inner)
                if not ctx.selves[-1].is_used:
                    denote(ctx, thing)
                values_ = ctx.selves[-1].values
            if values_ is None and not ctx.is_goal and is_names(thing) and not is_defined(ctx, thing):
                values_ = denote(ctx, Many(tuple(names_of(ctx, thing))))
            if values_ and not ctx.is_goal:
                ctx.mention(values_)  # what `it` is, if it comes next
        case Relation():
            state_relation(ctx, said)
        case Clause(verb=name):
            if name not in VERBS:
                raise ctx.fail(f"“{name}” can't be understood here")
            if "not" in said.flags and name not in NEGATIVE:
                ctx.note("what is said not to be so is taken for granted")
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
            raise ctx.fail("one of two things can't be stated", "state one of them")
        case Likewise():
            raise ctx.fail("it isn't clear what is done in the same way", "say it in full")


STATE.append(state)


NEGATIVE = frozenset(("parallel", "lie", "collinear", "different", "greater", "less", "at_most", "at_least", "exceed"))


def is_defined(ctx: Context, thing: Thing) -> bool:
    """Whether names were given a value as numbers or lengths."""
    given = {a for left, right, _ in ctx.quantities.given for a in atoms(left) | atoms(right)}
    return are_symbols(thing) and all(Symbol(n.name) in given for n in flat([thing]) if isinstance(n, Named))
