"""What a sentence of a proof needs to know of the proof that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from solver.proof.midlines import Midline
from solver.proof.phrases.phrases import Voice
from solver.proof.steps import Step
from solver.proof.style import Style
from solver.proof.words import angle, claim_in_words, isosceles
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths
from solver.statements.lines import Lines, collinear_points
from solver.statements.predicates import Statement

#: Points nearer to each other than this, over a segment of the figure, are one.
SAME_PLACE = 1e-7
#: What angles are called, in the order in which they are named.
GREEK = "αβγδεζηθκλμνξρστφχψω"


@dataclass
class Letters:
    """Names of angles, handed out while a proof is written, each once.

    named: by the lines of an angle, from the first to the second, its name and the line of the proof that gives it.
    """

    named: dict[tuple[Quantity, Quantity], tuple[str, int]] = field(default_factory=dict)

    def take(self, angle: tuple[Quantity, Quantity], line: int) -> tuple[str, int] | None:
        """The angle's name, a new one if it has none; None where all are taken."""
        if angle not in self.named and len(self.named) == len(GREEK):
            return None
        return self.named.setdefault(angle, (GREEK[len(self.named) % len(GREEK)], line))


@dataclass(frozen=True)
class Context:
    """The proof that a step stands in.

    numbers: of its steps in print; several premises may be printed as one, and a step that only restates others as these.
    own: the number of the line that is written, which doesn't refer to itself. congruent: the steps that say that
    triangles are congruent, though their claims say similar, with the premise that makes them so. midlines: the
    steps that are told as such. sources: by a step that a reader isn't told the one that it
    restates. unit: stands for what gives the unit of length, where a line says it. style: how it is told. letters: the names of angles so far.
    """

    steps: Mapping[str, Step]
    numbers: Mapping[str, tuple[int, ...]]
    voice: Voice
    places: Mapping[str, complex]
    congruent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    midlines: Mapping[str, Midline] = field(default_factory=dict)
    own: int = 0
    style: Style = Style.OLYMPIAD
    sources: Mapping[str, str] = field(default_factory=dict)
    unit: tuple[str, ...] = ()
    letters: Letters = field(default_factory=Letters)

    def refs(self, ids: Iterable[str]) -> str:
        """`(3, 7)`; nothing where all is said in the line itself."""
        numbers = {n for i in ids for n in self.numbers[i]} - {self.own}
        return f"({numbered(numbers)})" if numbers else ""

    def with_refs(self, words: str, ids: Iterable[str]) -> str:
        """`AB = CD (3)`."""
        return f"{words} {self.refs(ids)}".rstrip()

    def is_own(self, ids: Iterable[str]) -> bool:
        """Whether all of some steps are told in the line itself; of none it isn't so."""
        numbers = {n for i in ids for n in self.numbers[i]}
        return numbers == {self.own}

    def claimed(self, step: Step) -> str:
        """What a step says, in words; of one that isn't told what it restates."""
        step = self.steps[self.sources.get(step.id, step.id)]
        if step.rule == "similar_aa" and (apex := isosceles(step.claim)) is not None:
            return equal_sides(step, apex, self.voice)
        if (midline := self.midlines.get(step.id)) is not None:
            return midline_in_words(midline, self.voice)
        if step.rule == "sine_to_angles":
            return _angles_of_sines(step, self.voice)
        if step.rule == "proportion" and (equal := self.without_equal(step)) is not None:
            return claim_in_words(equal, self.voice)
        words = claim_in_words(step.claim, self.voice)
        return words.translate(_CONGRUENT) if step.id in self.congruent else words

    def without_equal(self, step: Step) -> Equation | None:
        """Two equal lengths that a claim comes to, its other two being taken as equal: MX = MY of MX·PY = MY·QX."""
        if not isinstance(step.claim, Equation) or step.claim.constants:
            return None
        name, e = self.lengths(step).name, step.claim
        kept = [(q, c) for q, c in e.terms if not any(name(q) == name(r) and c == -d for r, d in e.terms)]
        return Equation.of(e.theory, kept) if len(kept) == 2 < len(e.terms) else None

    def said(self, use: str) -> str:
        """`AB = CD (3)`; nothing where the line itself says it."""
        return "" if self.is_own([use]) else self.with_refs(self.claimed(self.steps[use]), [use])

    def lines(self, step: Step) -> Lines:
        """The lines that a step takes as one."""
        found = (collinear_points(self.steps[i].claim) for i in step.lines)
        return Lines([points for points in found if points is not None], self.places)

    def lengths(self, step: Step) -> Lengths:
        """The lengths that a step takes as one."""
        return Lengths([s for i in step.lengths if (s := equal_lengths(self.steps[i].claim)) is not None])


_CONGRUENT = str.maketrans({"∼": "≅", "∽": "≌"})


def _angles_of_sines(step: Step, voice: Voice) -> str:
    """`∡AMR = ∡ANR`: the angles whose sines were compared, one turned round where they turn differently."""
    a, v, b, c, w, d = step.points
    first = ((v, a), (v, b))
    for second in (((w, c), (w, d)), ((w, d), (w, c))):
        pairs = [(segment(*line), sign) for line, sign in zip((*first, *second), (-1, 1, 1, -1), strict=True)]
        said = Equation.of(Theory.DIRECTION, pairs)
        if isinstance(step.claim, Equation) and {*said.terms} in (
            {*step.claim.terms}, {(q, -c) for q, c in step.claim.terms}
        ):  # fmt: skip
            return f"{angle(*first, voice)} = {angle(*second, voice)}"
    return claim_in_words(step.claim, voice)


def numbered(numbers: Iterable[int]) -> str:
    """`1–4, 7`: from three in a row on, only the first and the last."""
    rows: list[list[int]] = []
    for n in sorted(numbers):
        if rows and n == rows[-1][-1] + 1:
            rows[-1].append(n)
        else:
            rows.append([n])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in rows)


def midline_in_words(midline: Midline, voice: Voice) -> str:
    """`MN ∥ BC and BC = 2·MN`."""
    line, base = voice.joined(midline.line), voice.joined(midline.base)
    return voice.enumerated([f"{line} ∥ {base}", f"{base} = 2·{line}"])


def points_of(step: Step) -> tuple[str, ...]:
    """The points of a claim that is a predicate."""
    return step.claim.points if isinstance(step.claim, Statement) else ()


def equal_sides(step: Step, apex: str, voice: Voice) -> str:
    """`AB = AC` of an isosceles triangle."""
    return " = ".join(voice.joined((apex, p)) for p in sorted(set(points_of(step)) - {apex}))
