"""A user's own theorems: read, tested, and refused where the test finds them false."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from solver.errors import FalseStatement, PorismError
from solver.knowledge.examine import Examination, Thoroughness, examine
from solver.knowledge.library import read_own
from solver.knowledge.theorem import Theorem
from solver.knowledge.write import claim_as_text

#: As thorough as the library's own test, but for the attempt at a proof.
_NUMERIC = Thoroughness(algebra_seconds=0.0)


def own_theorems(files: Sequence[Path], *, trust: bool = False, seed: int = 0) -> tuple[Theorem, ...]:
    """The theorems of the files, each tested unless they are trusted.

    Raises ParseError; FalseStatement with the counterexample of a theorem that fails; PorismError for one that can't be
    tested or whose id stands in two files.
    """
    found = tuple(theorem for file in files for theorem in read_own(file))
    ids = [t.id for t in found]
    if twice := next((i for i in ids if ids.count(i) > 1), None):
        raise PorismError(f"two of the files have a theorem {twice}", None, "give one of them another id")
    if not trust:
        for theorem in found:
            refuse_false(examine(theorem, _NUMERIC, seed))
    return found


def refuse_false(examination: Examination) -> None:
    """Raises where a theorem's test has failed."""
    theorem = examination.theorem
    if examination.counterexample is not None:
        places, claim = examination.counterexample
        where = ", ".join(f"{p} = ({z.real:.6g}, {z.imag:.6g})" for p, z in places.items())
        raise FalseStatement(
            f"the theorem {theorem.id} is false: {claim_as_text(claim)} fails where its premises and conditions hold, "
            f"at {where}",
            {p: (z.real, z.imag) for p, z in places.items()},
        )
    if not examination.is_true:
        raise PorismError(
            f"no figure was found in which the premises and conditions of {theorem.id} hold",
            theorem.span,
            "do they contradict each other? with --trust the theorem is used untested",
        )
