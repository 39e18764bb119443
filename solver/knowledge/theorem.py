"""An entry of the theorem library."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from solver.checker import TheoremStatement
from solver.errors import Span


class Kind(Enum):
    """THEOREM: declared in a file alone. THEORY: an inference that is built into the engine, documented the same way."""

    THEOREM = "theorem"
    THEORY = "theory"


#: The level of a theorem that may be cited in front of pupils.
SCHOOL = "school"


@dataclass(frozen=True)
class Theorem:
    """A theorem, or a built-in inference, with its names and its place in the literature.

    statement: what it says. For a THEORY this is its typical case; `note` says the general one.
    example: a problem that shows it, in the constructive language.
    covered: by which built-in inferences the engine gets it anyway; such a theorem is not run.
    gain: what running it was measured to bring. level: SCHOOL where school books have it, or any reader of proofs knows it. is_own: it comes from a user's file, not from the library.
    """

    statement: TheoremStatement
    kind: Kind
    name: str
    chinese: str = ""
    source: str = ""
    note: str = ""
    example: str = ""
    covered: str = ""
    gain: str = ""
    level: str = ""
    is_own: bool = False
    span: Span | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def is_run(self) -> bool:
        """Whether the engine looks for its instances."""
        return self.kind is Kind.THEOREM and not self.covered
