"""What comes out when a problem is proved: a verdict, a proof or why there is none, figures, and what the time went into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.proof.proof import Proof
from solver.statements.conditions import Condition
from solver.verdict.survey import Case

if TYPE_CHECKING:
    from solver.answers.find import Answer


class Status(Enum):
    """PROVED: with a proof that the checker has accepted. UNPROVED: all that follows is known, the goal isn't among it.

    TIMEOUT: time ran out. FALSE: the goal fails in all figures of what is given that are meant. DEPENDS: in some of them.
    INVALID: the checker refused the proof.
    """

    PROVED = "proved"
    UNPROVED = "unproved"
    TIMEOUT = "timeout"
    FALSE = "false"
    DEPENDS = "depends"
    INVALID = "invalid"


class Method(Enum):
    """SYNTHETIC: the closure and the search. ALGEBRAIC: by coordinates. AUTO: so too where a search goes on for long."""

    SYNTHETIC = "synthetic"
    ALGEBRAIC = "algebraic"
    AUTO = "auto"


@dataclass(frozen=True)
class Timings:
    """Seconds; coordinates: finding and checking a proof by coordinates; proof: traceback, minimizing and checking;
    words: putting it into sentences.

    reading: what came before `prove`, where somebody measured it.
    """

    reading: float = 0.0
    diagram: float = 0.0
    closure: float = 0.0
    search: float = 0.0
    coordinates: float = 0.0
    proof: float = 0.0
    words: float = 0.0

    @property
    def total(self) -> float:
        return self.diagram + self.closure + self.search + self.coordinates + self.proof + self.words

    def in_words(self) -> str:
        """What the time was spent on, in order; without what there was nothing of."""
        spent = ((word, getattr(self, name)) for name, word in _SPENT_ON.items())
        return ", ".join(f"{word} {seconds:.2f} s" for word, seconds in spent if seconds)


_SPENT_ON = {
    "reading": "reading",
    "diagram": "figures",
    "closure": "closing",
    "search": "searching",
    "coordinates": "coordinates",
    "proof": "writing",
    "words": "words",
}


@dataclass(frozen=True)
class Result:
    """What came out. reason: why there is no proof, one line. counterexample: where the goal is false.

    note: what else there is to say, such as which points are taken to be different.
    cases: where it depends on the figure, a figure of each kind, those in which the goal holds first.
    hypotheses: what is proved holds in figures that meet these conditions, which aren't in the statement.
    refusals: why proofs that were found on the way couldn't be written or weren't accepted by the checker: defects of
    porism, whatever came out in the end.
    parts: one result a goal, in order, where the statement has several; the whole is proved where all of them are.
    answer: to a question; proved only where the result is.
    """

    problem: Problem
    status: Status
    reason: str = ""
    proof: Proof | None = None
    diagram: Diagram | None = None
    timings: Timings = field(default_factory=Timings)
    closures: int = 0
    counterexample: dict[str, tuple[float, float]] = field(default_factory=dict)
    note: str = ""
    cases: tuple[Case, ...] = ()
    hypotheses: tuple[Condition, ...] = ()
    refusals: tuple[str, ...] = ()
    parts: tuple[Result, ...] = ()
    answer: Answer | None = None

    def under(self, conditions: tuple[Condition, ...]) -> Result:
        """The same for the figures alone that meet some more conditions."""
        if not conditions:
            return self
        more = (*self.hypotheses, *conditions)
        proof = None if self.proof is None else replace(self.proof, hypotheses=more)
        return replace(self, proof=proof, hypotheses=more, parts=tuple(part.under(conditions) for part in self.parts))

    @property
    def each(self) -> tuple[Result, ...]:
        """One result a goal, in order."""
        return self.parts or (self,)

    @property
    def is_proved(self) -> bool:
        return self.status is Status.PROVED

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """Those that were found, one a goal."""
        return tuple(part.proof for part in self.each if part.proof is not None)

    def __repr__(self) -> str:
        why = f": {self.proof!r}" if self.proof is not None else f": {self.reason}" if self.reason else ""
        return f"<Result {self.status.value} in {self.timings.total:.2f} s{why}>"

    def _repr_html_(self) -> str | None:
        """In a notebook: the page of the proofs, if all goals are proved."""
        if not self.is_proved or not self.proofs:
            return None
        from solver.proof.write.html import framed

        return framed(self.proofs)

    @property
    def figure(self) -> tuple[Problem, Diagram] | None:
        """What to draw: the proof's figure, a counterexample, or else the diagram, if there is one.

        Of several goals that of the first one that isn't proved, or else of the first.
        """
        if self.parts:
            return self._shown.figure
        if self.proof is not None:
            return self.proof.problem, self.proof.diagram
        if self.counterexample:
            places = np.array([self.counterexample[p] for p in self.problem.points])
            return self.problem, Diagram(self.problem.points, places)
        return (self.problem, self.diagram) if self.diagram is not None else None

    @property
    def _shown(self) -> Result:
        """The result of the first goal that isn't proved, or of the first."""
        return next((part for part in self.each if not part.is_proved), self.each[0])

    @property
    def figures(self) -> tuple[tuple[Problem, Diagram], ...]:
        """Where it depends on the figure, one of each kind; else `figure`, if there is one."""
        if self.parts:
            return self._shown.figures
        if self.cases:
            return tuple((self.problem, case.figure) for case in self.cases)
        return (self.figure,) if self.figure is not None else ()
