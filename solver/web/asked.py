"""What each call is asked with, and the work that it means: the schemas of the JSON interface.

The names are those of the tools for agents, and so are the limits (`solver.service.parameters`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from solver.language.read import NamedStatement
from solver.service import drawing, exploring, lint, problems, proofs, reading, seeing
from solver.service.answers import (
    CertificateChecked,
    FactsFound,
    FigureDrawn,
    PointsTried,
    ProblemsFound,
    StatementChecked,
    StatementProved,
    StatementRead,
)
from solver.service.bounded import unobserved
from solver.service.parameters import (
    QUICK,
    Conditions,
    Count,
    HasSearch,
    Like,
    Order,
    Points,
    Seconds,
    Seed,
    Statement,
    Suite,
    Words,
)
from solver.service.seeing import StatementSeen

Work = Callable[[Callable[[Any], None]], Any]
#: Bytes of a certificate.
LONGEST_CERTIFICATE = 5_000_000
_NAME = "statement"


class Asked(BaseModel, ABC):
    """A call. answer: what it gives; summary: what it does, in a sentence."""

    model_config = ConfigDict(extra="forbid")
    answer: ClassVar[type]
    summary: ClassVar[str]

    @property
    def limit(self) -> float:
        """Seconds."""
        return float(getattr(self, "seconds", QUICK))

    def within(self, seconds: float) -> Self:
        """The same call, in no more time than that."""
        return (
            self.model_copy(update={"seconds": seconds}) if self.limit > seconds and hasattr(self, "seconds") else self
        )

    @abstractmethod
    def work(self) -> Work:
        """What a process is to do; it can travel there."""


class ReadStatement(Asked):
    answer = StatementRead
    summary = "Say how a statement is understood: each sentence, in predicates and in words, and the goals"
    statement: Statement

    def work(self) -> Work:
        return unobserved(reading.read_statement, self.statement)


class SeeStatement(Asked):
    answer = StatementSeen
    summary = "Read a statement and draw a figure that can be dragged: what the page shows while one types"
    statement: Statement
    seconds: Annotated[Seconds, Field(le=20)] = 5
    seed: Seed = 0

    def work(self) -> Work:
        return unobserved(seeing.see_statement, self.statement, _NAME, self.seconds, self.seed)


class CheckStatement(Asked):
    answer = StatementChecked
    summary = (
        "Check a statement by many figures before it is proved: true, false, depends, no figure, degenerate, trivial"
    )
    statement: Statement
    seconds: Seconds = 10

    def work(self) -> Work:
        return unobserved(lint.check_statement, NamedStatement(_NAME, self.statement), self.seconds)


class Draw(Asked):
    answer = FigureDrawn
    summary = "Draw a figure (SVG), and give the coordinates of its points; of a false statement, a counterexample"
    statement: Statement
    seconds: Seconds = 15
    seed: Seed = 0

    def work(self) -> Work:
        return unobserved(drawing.draw_statement, self.statement, _NAME, self.seconds, self.seed)


class Prove(Asked):
    answer = StatementProved
    summary = "Prove a statement, with a certificate that the independent checker has accepted, or say why not"
    statement: Statement
    seconds: Seconds = 60
    seed: Seed = 0
    auxiliary_points: HasSearch = True

    def work(self) -> Work:
        return partial(proofs.prove_statement, self.statement, _NAME, self.seconds, self.seed, self.auxiliary_points)


class Find(Asked):
    answer = StatementProved
    summary = "Find the value that a statement asks for, with a proof of it"
    statement: Statement
    seconds: Seconds = 60
    seed: Seed = 0

    def work(self) -> Work:
        return partial(proofs.find_value, self.statement, _NAME, self.seconds, self.seed)


class Explore(Asked):
    answer = FactsFound
    summary = "List facts that follow from what is given, the most interesting first, each with a checked proof"
    statement: Statement
    seconds: Seconds = 30
    count: Count = 20
    seed: Seed = 0

    def work(self) -> Work:
        return unobserved(exploring.explore_statement, self.statement, _NAME, self.seconds, self.seed, self.count)


class TryPoints(Asked):
    answer = PointsTried
    summary = "Try auxiliary points of one's own: does the goal follow with them, and what else is new?"
    statement: Statement
    points: Points
    seconds: Seconds = 20
    seed: Seed = 0

    def work(self) -> Work:
        return unobserved(exploring.try_points, self.statement, self.points, _NAME, self.seconds, self.seed)


class CheckCertificate(Asked):
    answer = CertificateChecked
    summary = "Let the independent checker verify a certificate"
    certificate: Annotated[str, Field(min_length=1, max_length=LONGEST_CERTIFICATE, description="a certificate, JSON")]
    seconds: Seconds = 60

    def work(self) -> Work:
        return unobserved(proofs.check_certificate, self.certificate)


class SearchProblems(Asked):
    answer = ProblemsFound
    summary = "Search what is known, by words, conditions and the likeness of figures together"
    words: Words = []
    suite: Suite = ""
    where: Conditions = ()
    like: Like = ""
    order: Order = ""
    count: Count = 10

    def work(self) -> Work:
        return unobserved(
            problems.search_problems, self.words, self.suite, self.count, self.where, self.like, self.order, 0.8 * QUICK
        )


class SimilarProblems(Asked):
    answer = ProblemsFound
    summary = "Find known problems with figures like this one's, and what their proofs construct here"
    statement: Statement
    where: Conditions = ()
    count: Count = 5
    seconds: Seconds = 30
    seed: Seed = 0

    def work(self) -> Work:
        return unobserved(
            problems.similar_problems, self.statement, _NAME, self.seconds, self.seed, self.count, self.where
        )


#: By the name in its address.
CALLS: dict[str, type[Asked]] = {
    "read_statement": ReadStatement,
    "see_statement": SeeStatement,
    "check_statement": CheckStatement,
    "draw": Draw,
    "prove": Prove,
    "find": Find,
    "explore": Explore,
    "try_points": TryPoints,
    "check_certificate": CheckCertificate,
    "search_problems": SearchProblems,
    "similar_problems": SimilarProblems,
}
#: Those whose work is short, and which the page asks for while one types: done by processes that stay.
QUICK_CALLS = (ReadStatement, SeeStatement, SearchProblems)
