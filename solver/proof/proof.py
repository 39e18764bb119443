"""A proof: what it rests on, its steps, and the forms in which it is read, kept and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from solver.checker import CheckReport, SideCondition, TheoremStatement
from solver.checking import check_certificate
from solver.diagram.diagram import Diagram
from solver.errors import PorismError
from solver.language.problem import Clause, Problem
from solver.proof.certificate import used_auxiliary, write_certificate
from solver.proof.phrases.languages import LANGUAGES
from solver.proof.phrases.phrases import Tongue
from solver.proof.reading import Line, Reading, reading_of
from solver.proof.steps import Step, graph_of
from solver.proof.style import Style
from solver.proof.words import for_figures
from solver.proof.write.markdown import markdown
from solver.proof.write.text import plain_text
from solver.statements.conditions import Condition
from solver.statements.predicates import Statement

if TYPE_CHECKING:
    import networkx as nx

    from solver.diagram.scene import Scene
    from solver.proof.configuration import Configuration


@dataclass(frozen=True)
class Proof:
    """A proof of a problem's goal.

    diagram: the reference, whose directions in [0, 1) the lifted equations mean. steps: premises first (rule
    "premise", ids p1, p2, …), then the others (s1, s2, …); the last one claims the goal.
    goal: the problem's, or the answer where the problem asks a question. conditions: what its steps need of the figure, if
    that is known already. attained: of a bound, the equations that make the diagram the figure in which it is reached.
    hypotheses: it is a proof for the figures that meet these conditions, which aren't in the statement.
    """

    problem: Problem
    diagram: Diagram
    steps: tuple[Step, ...]
    goal: Statement
    conditions: tuple[SideCondition, ...] | None = field(default=None, repr=False, compare=False)
    attained: tuple[Statement, ...] = ()
    hypotheses: tuple[Condition, ...] = ()

    def __repr__(self) -> str:
        return f"<Proof of {self.goal}: {len(self)} steps>"

    def __len__(self) -> int:
        """Steps, premises not counted."""
        return sum(s.rule != "premise" for s in self.steps)

    @property
    def is_by_coordinates(self) -> bool:
        """Whether it computes instead of deducing."""
        return any(s.rule == "identity" for s in self.steps)

    @property
    def premises(self) -> tuple[Step, ...]:
        return tuple(s for s in self.steps if s.rule == "premise")

    @property
    def auxiliary(self) -> tuple[Clause, ...]:
        """How the points that the statement doesn't name, but the proof needs, are constructed."""
        return used_auxiliary(self.problem, self.steps)

    def graph(self) -> nx.DiGraph[str]:
        """The steps as a directed acyclic graph, an edge from each to what uses it."""
        return graph_of(self.steps)

    @cached_property
    def certificate(self) -> dict[str, Any]:
        """The certificate as an object (docs/certificate.md). Raises CertificateError where a step isn't sound."""
        return write_certificate(self.problem, self.diagram, self.steps, self.goal, self.conditions, self.attained)

    @property
    def side_conditions(self) -> tuple[SideCondition, ...]:
        """What the steps need of the figure beyond their premises."""
        return tuple(
            SideCondition(c["kind"], tuple(c["points"]), c["step"]) for c in self.certificate["side_conditions"]
        )

    def to_json(self) -> str:
        """The certificate as JSON."""
        return json.dumps(self.certificate, ensure_ascii=False, indent=1) + "\n"

    def check(
        self,
        *,
        diagrams: int = 3,
        digits: int = 50,
        theorems: Mapping[str, TheoremStatement] | None = None,
        deadline: float | None = None,
    ) -> CheckReport:
        """Let the independent checker verify the certificate. Raises CertificateError, and DeadlineExceeded.

        theorems: those that may be cited, by id; None: the library's. deadline: on time.monotonic().
        """
        return check_certificate(
            self.certificate, diagrams=diagrams, digits=digits, theorems=theorems, deadline=deadline
        )

    @property
    def reading(self) -> Reading:
        """The proof in English sentences. Raises CertificateError where a step isn't sound."""
        return self.reading_in(Tongue.ENGLISH)

    def reading_in(self, tongue: Tongue, style: Style = Style.OLYMPIAD) -> Reading:
        """The proof in sentences of a language. Raises CertificateError where a step isn't sound."""
        if (tongue, style) not in self._readings:
            is_school = style is Style.SCHOOL
            self._readings[tongue, style] = (
                self._undirected(self.reading_in(tongue)) if is_school else self._read(tongue, style)
            )
        return self._readings[tongue, style]

    def _read(self, tongue: Tongue, style: Style) -> Reading:
        phrases = LANGUAGES[tongue]
        read = reading_of(self.problem, self.diagram, self.steps, self.goal, self.side_conditions, phrases, style)
        return replace(read, where=for_figures(self.hypotheses, read.voice))

    def _undirected(self, reading: Reading) -> Reading:
        from solver.proof.undirected import with_undirected_angles

        return with_undirected_angles(reading, self._configuration)

    @cached_property
    def _configuration(self) -> Configuration:
        from solver.proof.configuration import Configuration

        return Configuration(self.problem, self.steps, self.side_conditions, self.diagram.places())

    @cached_property
    def _readings(self) -> dict[tuple[Tongue, Style], Reading]:
        return {}

    def text(self, language: str = "en", style: str = "olympiad") -> str:
        """Numbered steps with reasons in words. language: "en" or "zh"; style: "olympiad", "school" or "directed"."""
        return plain_text(self.reading_in(Tongue(language), Style(style)))

    def markdown(self, language: str = "en", style: str = "olympiad") -> str:
        return markdown(self.reading_in(Tongue(language), Style(style)))

    def step(self, number: int) -> Line:
        """The line of that number, as the text has it. Raises PorismError where there is none."""
        found = next((line for line in self.reading.lines if line.number == number), None)
        if found is None:
            raise PorismError(f"the proof has no line {number}: its lines are 1 to {len(self.reading.lines)}")
        return found

    @cached_property
    def figure(self) -> Scene:
        """The proof's figure, laid out: the configuration that it is about, where it can be read best."""
        from solver.diagram.display import displayed
        from solver.diagram.scene import scene_of

        return scene_of(self.problem, displayed(self.problem, self.diagram), self.goal)

    def latex(self, language: str = "en", style: str = "olympiad") -> str:
        """An article that compiles."""
        from solver.proof.write.latex import article

        return article([(self.reading_in(Tongue(language), Style(style)), self.figure)])

    def tikz(self) -> str:
        """The figure, for LaTeX."""
        from solver.proof.write.tikz import tikz

        return tikz(self.figure)

    def html(self, language: str = "en", style: str = "olympiad") -> str:
        """One HTML file: the figure to drag, the steps beside it, the certificate inside; it can be read in all languages."""
        from solver.proof.write.html import html

        return html(self, Tongue(language), Style(style))

    def _repr_html_(self) -> str:
        from solver.proof.write.html import framed

        return framed([self])

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def _repr_svg_(self) -> str:
        from solver.diagram.svg import to_svg

        return to_svg(self.figure)
