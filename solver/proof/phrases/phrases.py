"""What a language has to say in proofs: every word of one is in one table, of which there is one for each language.

Templates are filled in by name, as {claim} or {said}; those of statements by the number of a point, as {0}, with {all} for
a list of all points and {rest} for all but the first. Formulas and references, `(3, 7)`, are the same in all languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from solver.language.problem import NamedCircle, Sides
from solver.proof.phrases.theorem_names import theorem_name
from solver.statements.expression import Expression
from solver.statements.names import Names
from solver.statements.predicates import Statement
from solver.statements.theorem import SENTENCES


class Tongue(str, Enum):
    """The languages of proofs, by their codes."""

    ENGLISH = "en"
    CHINESE = "zh"


@dataclass(frozen=True)
class Phrases:
    """comma, last: between the parts of a list. stop, semicolon, colon: a sentence's signs.

    statements: predicates by name, where their signs alone don't say it. facts: what a statement says of several premises
    at once, by the pattern of the plain language; crossing_lines, point_on_line, tangent, bisector: premises that have no
    pattern; lie_on, lies_on, center_of, on_with_center, on_with_diameter, inscribed, touches: of circles with names; touches_through: a tangent to one without. find, asked, with_unit, task, with_seen, conclusion, answer,
    attained, seen: the goal. lies: conditions by kind, {rest} and {all} being the corners of one thing; for_figures: what a
    proof is about, where only some figures are.
    because: why a claim holds, with {how} (a theorem, by its rule in `hows`), {said} (what it rests on), both or neither.
    granted: a sentence with the lines and lengths that it takes for granted.
    chained: a claim by a chain of equal expressions; halved: by one of their doubles.
    sum, product: a claim from other equations, once what it doesn't speak of is eliminated. let, then, by_names:
    a claim by angles with names, with what its own angles come to, a relation between the names, both or neither. claim: a paragraph's heading. similarly: a claim that follows as an earlier one. so, so_also: what is told in the same sentence before
    a claim, or before a reason and a claim.
    loci, named, constructed, why: auxiliary points, and what each is for. conditions: side conditions by kind; brief: those that a short proof only
    mentions. by_coordinates: why an identity holds, the points being free, on_curves or determined; by_frame, computed: the
    coordinates of a figure with nothing free, and what is computed from them (in_field, at_right_angles, side_by_side, in_line, same_distance, on_equation, area_of). bound_…: why an inequality holds, and the kinds of facts about signs. The rest are headings.
    """

    tongue: Tongue
    comma: str
    last: str
    stop: str
    semicolon: str
    colon: str
    statements: Mapping[str, str]
    facts: Mapping[str, str]
    crossing_lines: str
    point_on_line: str
    tangent: str
    on_circle: str
    lie_on: str
    lies_on: str
    center_of: str
    on_with_center: str
    on_with_diameter: str
    inscribed: str
    touches: str
    touches_through: str
    midline: str
    bisector: str
    find: str
    asked: Mapping[str, str]
    attained: str
    with_unit: str
    task: str
    with_seen: str
    conclusion: str
    answer: str
    seen: str
    lies: Mapping[str, str]
    for_figures: str
    because: Mapping[tuple[bool, bool], str]
    hows: Mapping[str, str]
    plain: str
    by_theorem: str
    since_theorem: str
    granted: str
    chained: str
    halved: str
    sum: str
    product: str
    eliminating: str
    let: str
    let_known: str
    let_more: str
    named_before: str
    by_chain: str
    then_known: str
    then: str
    by_names: Mapping[tuple[bool, bool], str]
    claim: str
    similarly: str
    so: str
    so_also: str
    collinear: str
    each_collinear: str
    semicircle: str
    diameter: str
    middle_of_diameter: str
    in_right_triangle: str
    as_in_right_triangle: str
    hypotenuse: str
    base_angles: str
    equal_sides: str
    on_diameter: str
    common: str
    vertical: str
    lying: str
    same_side: str
    other_side: str
    longer_sides: str
    sines_where: str
    loci: Mapping[str, str]
    named: Mapping[str, str]
    constructed: str
    why: str
    again: str
    on_locus: str
    crossing: str
    conditions: Mapping[str, str]
    brief: Mapping[str, str]
    brief_at: str
    given_so: str
    shown_before: str
    untitled: str
    understood_title: str
    supposing: str
    part_of: str
    answer_is: str
    given_title: str
    construct_title: str
    proof_title: str
    conditions_title: str
    theorems_title: str
    angles_left: str
    angles: str
    by_coordinates: str
    free: str
    on_curves: str
    determined: str
    by_frame: str
    computed: str
    in_field: str
    at_right_angles: str
    side_by_side: str
    in_line: str
    same_distance: str
    on_equation: str
    area_of: str
    bound_equal: str
    bound_triangles: str
    bound_sum: str
    bound_sum_where: str
    bound_long: str
    bound_facts: Mapping[str, str]


@dataclass(frozen=True)
class Voice:
    """How a proof is told: its points' names in print, a language, and the unit of length, where the statement gives one.

    measured: by statements that are ratios what the problem says with numbers. circles: those that have names. tangents: equal angles by which it says that
    a line touches a circle. called: letters for quantities.
    """

    names: Names
    phrases: Phrases
    unit: Expression | None = None
    measured: Mapping[Statement, Sides] = field(default_factory=dict)
    circles: tuple[NamedCircle, ...] = ()
    tangents: frozenset[Statement] = frozenset()
    called: Mapping[Expression, str] = field(default_factory=dict)

    def __getitem__(self, point: str) -> str:
        return self.names[point]

    @property
    def gap(self) -> str:
        return self.names.gap

    def joined(self, points: Sequence[str]) -> str:
        """A segment, a line, an angle or a triangle."""
        return self.names.joined(points)

    def listed(self, points: Sequence[str]) -> str:
        """Points side by side in a sentence."""
        return self.names.listed(points)

    def filled(self, template: str, points: Sequence[str]) -> str:
        """A template of points."""
        template = template.replace("}{", f"}}{self.gap}{{")
        rest = self.listed(points[1:])
        return template.format(*(self.names[p] for p in points), all=self.listed(points), rest=rest, k="{k}")

    def enumerated(self, words: Sequence[str]) -> str:
        """`one`, `one and two`, `one, two and three`; nothing of nothing."""
        *most, last = [word for word in words if word] or ("",)
        return f"{self.phrases.comma.join(most)}{self.phrases.last}{last}" if most else last

    def because(self, claim: str, how: str = "", said: str = "") -> str:
        """The claim and why it holds."""
        return self.phrases.because[bool(how), bool(said)].format(claim=claim, how=how, said=said)

    def theorem(self, name: str, chinese: str) -> str:
        """How a named theorem is cited."""
        if self.phrases.tongue is Tongue.CHINESE and chinese:
            return self.phrases.by_theorem.format(name=chinese.split("(", maxsplit=1)[0])
        said, is_name = theorem_name(name)
        return (self.phrases.by_theorem if is_name else self.phrases.since_theorem).format(name=said)


#: Kinds of side conditions, in the order in which a proof lists them.
CONDITION_KINDS = tuple(SENTENCES)
