"""What is computed from coordinates: `DE = ⟨2, −4⟩ and EF = ⟨2, 1⟩ are perpendicular, since 2·2 + (−4)·1 = 0`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from solver.proof.context import Context
from solver.proof.frame import Frame, frame_of
from solver.proof.phrases.phrases import Voice
from solver.proof.steps import Step
from solver.proof.words import angle, paired, primitive
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.expression import Area, Expression, Length, Size, Sum, Trigonometric, measures, without_unit
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, MIDP, OVERLAP, Claim, Statement

#: A factor that can stand beside a sign without parentheses.
_PLAIN = re.compile(r"\d+|√\d+")


def by_frame(step: Step, claim: str, context: Context) -> str | None:
    """The whole sentence of a step by coordinates, where its figure is rigid: the frame, the points, what is computed."""
    voice, phrases = context.voice, context.voice.phrases
    by_use = [(use, claimed) for use in step.uses if isinstance(claimed := context.steps[use].claim, Statement)]
    premises = tuple(claimed for _, claimed in by_use)
    frame = frame_of(premises, step.claim, tuple(context.places.items()), voice.unit)
    if frame is None:
        return None
    base = context.with_refs(voice.enumerated([_placed(frame, p, voice) for p in frame.base]), context.unit)
    found: list[tuple[list[str], str]] = []
    for points, uses in frame.groups:
        refs = context.refs(by_use[i][0] for i in uses)
        if found and found[-1][1] in (refs, ""):
            found[-1] = ([*found[-1][0], *points], refs)
        else:
            found.append(([*points], refs))
    others = voice.enumerated(
        [f"{voice.enumerated([_placed(frame, p, voice) for p in points])} {refs}".rstrip() for points, refs in found]
    )
    words = _Computed(frame, voice)
    computed = phrases.in_field if not frame.is_closed else voice.enumerated([*words.of(step.claim)])
    sentence = phrases.by_frame.format(claim=claim, base=base, points=others)
    return f"{sentence}{phrases.computed.format(what=computed)}" if computed else sentence


def _placed(frame: Frame, point: str, voice: Voice) -> str:
    z = frame.places[point]
    return f"{voice[point]}({frame.numbers.said(z.real)}, {frame.numbers.said(z.imag)})"


@dataclass(frozen=True)
class _Computed:
    """What is computed of a claim in a frame."""

    frame: Frame
    voice: Voice

    def of(self, claim: Claim) -> Iterator[str]:
        phrases = self.voice.phrases
        if isinstance(claim, Equation):
            yield self._equation(claim)
            return
        p = claim.points
        measured = self.voice.measured.get(claim)
        if measured is not None:
            yield from self._measures(Sum((measured.left, measured.right)))
        elif claim.predicate in (MIDP, OVERLAP):
            return
        elif claim.predicate in (CIRCLE, CYCLIC):
            yield self._on_circle(claim)
        elif (row := collinear_points(claim)) is not None:
            a, b, *rest = [q for q in p if q in row]
            yield from (self._parallel((a, b), (a, c), phrases.in_line) for c in rest)
        elif claim.expression is not None and (self.voice.unit is not None or not claim.equations()):
            yield from self._measures(without_unit(claim.expression, self.voice.unit))
        else:
            yield from (self._equation(e) for e in claim.equations())

    def _measures(self, e: Expression) -> Iterator[str]:
        yield from (self._measured(part) for part in dict.fromkeys(measures(e)))

    # -- numbers ----------------------------------------------------------------------------------------------------

    def _said(self, x: Any) -> str:
        return self.frame.numbers.said(x)

    def _factor(self, x: Any) -> str:
        said = self._said(x)
        return said if _PLAIN.fullmatch(said) else f"({said})"

    def _vector(self, a: str, b: str) -> str:
        z = self.frame.vector(a, b)
        return f"{self.voice.joined((a, b))} = ⟨{self._said(z.real)}, {self._said(z.imag)}⟩"

    def _square(self, a: str, b: str) -> tuple[str, Any]:
        """`3² + 4²` and its value."""
        z = self.frame.vector(a, b)
        sides = [abs(c) for c in (z.real, z.imag) if self._said(c) != "0"]
        said = [self._said(c) for c in sides]
        return " + ".join(f"{c if c.isdigit() else f'({c})'}²" for c in said), z.real**2 + z.imag**2

    # -- claims -----------------------------------------------------------------------------------------------------

    def _equation(self, e: Equation) -> str:
        if e.theory is Theory.DIRECTION:
            return self._directions(primitive(e))
        if e.theory is Theory.LENGTH:
            return self.voice.enumerated([self._length(*q) for q, _ in e.terms])
        return self.voice.enumerated([self._squared(*q) for q, _ in e.terms])

    def _length(self, a: str, b: str) -> str:
        said, square = self._square(a, b)
        name, length = self.voice.joined((a, b)), self._root(square)
        if " + " not in said:
            return f"{name} = {length}"
        whole = f"√{self._said(square)}" if self._said(square).isdigit() and "·" in length else ""
        return " = ".join([name, f"√({said})", *([whole] if whole else []), length])

    def _squared(self, a: str, b: str) -> str:
        said, square = self._square(a, b)
        return f"{self.voice.joined((a, b))}² = {said} = {self._said(square)}"

    def _directions(self, e: Equation) -> str:
        phrases = self.voice.phrases
        turned = sum((c for _, c in e.constants), Fraction(0)) % 1
        if len(e.terms) == 2 and {c for _, c in e.terms} == {Fraction(1), Fraction(-1)}:
            (first, _), (second, _) = e.terms
            if turned == 0:
                return self._parallel(first, second, phrases.in_line if {*first} & {*second} else phrases.side_by_side)
            if turned == Fraction(1, 2):
                return self._perpendicular(first, second)
        if sum(c for _, c in e.terms):
            return self.voice.enumerated([self._vector(*q) for q, _ in e.terms])
        return self.voice.enumerated([self._tangent(x, y) for _, x, y in paired(e)])

    def _two(self, first: Quantity, second: Quantity) -> str:
        return self.voice.enumerated([self._vector(first[0], first[1]), self._vector(second[0], second[1])])

    def _perpendicular(self, first: Quantity, second: Quantity) -> str:
        u, v = (self.frame.vector(q[0], q[1]) for q in (first, second))
        total = f"{self._factor(u.real)}·{self._factor(v.real)} + {self._factor(u.imag)}·{self._factor(v.imag)} = 0"
        return self.voice.phrases.at_right_angles.format(vectors=self._two(first, second), total=total)

    def _parallel(self, first: Quantity, second: Quantity, template: str) -> str:
        u, v = (self.frame.vector(q[0], q[1]) for q in (first, second))
        total = f"{self._factor(u.real)}·{self._factor(v.imag)} − {self._factor(u.imag)}·{self._factor(v.real)} = 0"
        return template.format(vectors=self._two(first, second), total=total)

    def _tangent(self, x: Quantity, y: Quantity) -> str:
        """`tan ∡ABC = 3/4`."""
        u, v = (self.frame.vector(q[0], q[1]) for q in (x, y))
        along = u.real * v.real + u.imag * v.imag
        across = u.real * v.imag - u.imag * v.real
        if self._said(along) == "0":
            return f"{angle(x, y, self.voice)} = 90°"
        return f"tan{angle(x, y, self.voice)} = {self._said(across / along)}"

    def _on_circle(self, claim: Statement) -> str:
        mp, voice = self.frame.numbers.context, self.voice
        if claim.predicate is CIRCLE:
            center, *on = claim.points
            square = abs(self.frame.vector(center, on[0])) ** 2
            return voice.phrases.same_distance.format(
                points=voice.listed(on), center=voice[center], distance=self._said(mp.sqrt(square))
            )
        a, *others = (self.frame.places[p] for p in claim.points)
        o = _circumcenter(mp, a, *others[:2])
        equation = f"{self._from('x', o.real)} + {self._from('y', o.imag)} = {self._said(abs(a - o) ** 2)}"
        return voice.phrases.on_equation.format(points=voice.listed(claim.points), equation=equation)

    def _from(self, letter: str, x: Any) -> str:
        """`x²`, `(x − 3)²`, `(y + 1/2)²`."""
        said = self._said(abs(x))
        said = f"({said})" if " " in said else said
        return f"{letter}²" if said == "0" else f"({letter} {'+' if x < 0 else '−'} {said})²"

    def _area(self, name: str, a: str, b: str, c: str) -> str:
        """`AB = ⟨4, 0⟩ and AC = ⟨1, 2⟩, so [ABC] = (4·2 − 0·1)/2 = 4`."""
        u, v = self.frame.vector(a, b), self.frame.vector(a, c)
        if u.real * v.imag < u.imag * v.real:
            b, c, u, v = c, b, v, u
        products = f"{self._factor(u.real)}·{self._factor(v.imag)} − {self._factor(u.imag)}·{self._factor(v.real)}"
        area = self._said((u.real * v.imag - u.imag * v.real) / 2)
        two = self.voice.enumerated([self._vector(a, b), self._vector(a, c)])
        return self.voice.phrases.area_of.format(vectors=two, area=f"{name} = ({products})/2 = {area}")

    def _root(self, square: Any) -> str:
        return self._said(self.frame.numbers.context.sqrt(square))

    def _measured(self, part: Length | Area | Trigonometric | Size) -> str:
        mp, voice = self.frame.numbers.context, self.voice
        match part:
            case Length(a, b):
                return self._length(a, b)
            case Area((a, b, c)):
                name = f"[{voice.joined((a, b, c))}]"
                return min((self._area(name, *turn) for turn in ((a, b, c), (b, c, a), (c, a, b))), key=len)
            case Area(corners):
                z = [self.frame.places[p] for p in corners]
                area = abs(sum((mp.conj(u) * v).imag for u, v in zip(z, (*z[1:], z[0]), strict=True))) / 2
                return f"[{voice.joined(corners)}] = {self._said(area)}"
            case Trigonometric(function, a, v, b):
                ray = self.frame.vector(v, b) * mp.conj(self.frame.vector(v, a))
                values = {"sin": (abs(ray.imag), abs(ray)), "cos": (ray.real, abs(ray)),
                          "tan": (abs(ray.imag), ray.real), "cot": (ray.real, abs(ray.imag))}  # fmt: skip
                above, below = values[function]
                return f"{function}∠{voice.joined((a, v, b))} = {self._said(above / below)}"
            case Size(a, v, b):
                return self._tangent((v, a), (v, b))


def _circumcenter(mp: Any, a: Any, b: Any, c: Any) -> Any:
    u, v = b - a, c - a
    return a + (abs(u) ** 2 * v - abs(v) ** 2 * u) / (mp.conj(u) * v - u * mp.conj(v))
