"""The page of the plain language, docs/language.md: how it works, by hand, and its phrases, from their table."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.plain_phrase import Phrase
from solver.language.plain_words import CIRCLES, FACTS, LINES, POINTS

_HEAD = """# The plain language

Paste your problem as it is printed, with or without LaTeX:

    Let $H$ be the orthocenter of an acute triangle $ABC$ with circumcircle $\\omega$. The line $AH$ meets $\\omega$ again
    at $D$, and the tangent to $\\omega$ at $D$ meets the line through $H$ parallel to $BC$ at $P$. Let $M$ be the midpoint
    of $HD$. Prove that $M$ lies on $BC$ and that $BH = BD$.

What is read: *let, denote, suppose, given, consider, define … similarly*; points, lines, circles and polygons by what they
are (`the second intersection of AD and ω`, `the A-excircle`, `the line through D perpendicular to EF`, `the arc BC not
containing A`), what is said of them (`meeting ω again at P`, `tangent to`, `different from A`, `such that …`, `where …`,
`whose …`), lists in order, `it`, `this circle`, `its circumcenter`; *prove that … and …*, *if … then*, *if and only if*,
*find ∠ABC*. What can't be read is refused, with its place, and never left out; what was taken for granted is said in a
note: a misspelt word, of which triangle `the incircle` is, which of two points is the closer one. Areas, loci,
inequalities to prove and numbers that lengths have can't be said.

The same in Chinese, as textbooks and contest papers print it, with Chinese or ASCII punctuation, full-width letters, LaTeX
or Unicode signs:

    在△ABC中，AD、BE是高，AD与BE交于点H。求证：CH⊥AB。
    如图，⊙O是△ABC的外接圆，∠BAC的平分线交BC于D，交⊙O于E，I是△ABC的内心。求证：EB=EI。
    过点A作⊙O的切线PA，切点为A；延长AB至D，使BD=AB；以BC为直径的圆交AD于P、Q两点；求∠BOC的度数。

What is read: `分别`, `交…于…`, `过…作…的垂线（平行线、切线）`, `垂足为`, `切点为`, `延长`, `连接`, `以…为直径（为圆心）`, `关于…的对称点`,
`内接于`, `相切`, `四点共圆`, `三点共线`, `三线共点`, `求证`, `证明`, `求…的度数（的值）`, `其中`. A subject that was just named may be left
out. A word that isn't known is named, with the words that differ from it in one character.

Or say it tersely: what is given, and what to prove. The order doesn't matter, and nobody needs to know how to construct
the figure.

    triangle A B C
    H orthocenter of A B C
    D on circle (A B C), D on line A H, D != A
    prove |B H| = |B D|

Run it: `porism prove FILE`, or `porism prove "triangle A B C; …"`, or `porism prove simson-line` (see `porism problems list`).
`porism draw` draws it, `porism convert --to constructive` (or `coordinates`, `plain`) writes it in another language, and
`--to geogebra` as a [GeoGebra file](geogebra.md).

**Sentences** end at the end of a line, at `;` or `.`; `,`, `and`, `with` and `such that` join facts in one line. Words
such as *let*, *be*, *is*, *the*, *lies* may stand anywhere and change nothing. `#` begins a remark.

**Points** are capitals: `A`, `B_1` (or `B1`, `B₁`), `O'`. `ABC` is the same as `A B C`. A point needs no declaration;
one that may be anywhere and is named nowhere else: `point P`.

**Lines and circles** are named by points: `A B`, `circle (A B C)`. They may have a name of their own, in small letters or
Greek: `circle w with center O`, `w circle (A B C)`, `l = line A B`; then `D on w`, `w meets A B at P`.

**Equations.** `|A B| = |C D|` (or `AB = CD`), `AB = 2/3 CD`, `AB * CD = EF * GH`, `AB / CD = EF / GH`, `AB^2 = AC * AD`,
products of any number of lengths, sums of lengths (`AB + CD = 2 EF`) or of their squares (`AB^2 + AC^2 = 2 AM^2 + 2 BM^2`);
`∠ABC = ∠DEF`, `∠ABC = 60°`, `∠ABC = 2 ∠DEF`, `∠ABC + ∠DEF = 180°` and other sums of angles. `∠A` is the angle of the
one triangle with corner A. Such an angle is a size between 0° and 180°; `∠(AB, CD)` is the angle from line AB to line CD,
anticlockwise, modulo 180°. With `<` and `>` two lengths, two angles, or an angle and 90° are compared; `AB != AC` says
that two lengths differ.

**Goals**: `prove` and facts; `find ∠ABC`, `find |AB| / |CD|`; `what can be said?`, which lists the most interesting facts
that follow. What follows *prove* or *find* is asked for, to the end of the sentence: `prove AB = AC and AD ⟂ BC` (or *with*,
or *such that*) has two goals, `find ∠B and ∠C` asks two questions, and a statement may ask in several sentences. Each goal
gets a verdict of its own. Nothing that is asked for is taken as given: a hypothesis has a sentence of its own, or follows an
*if* (*when*, *given*, *assuming*, *provided*): `prove AB = AC if ∠B = ∠C`, `prove that if ∠B = ∠C then AB = AC`. A
sentence that asks goes on in the next line where one of the two lines has a comma or *and* there.

What a goal says beyond its equation belongs to it: `prove D on segment BC`, `prove AD bisects angle BAC` (from inside). That
is seen in the figures, where it must hold, and not proved; a goal that is nothing else (`prove P inside ABC`) is refused.
Above a proof stands the statement as it was understood; so does `porism convert --to plain` write it.

**Signs** are read as words: ∠ △ ⟂ ∥ ⊙ ∩ ∈ ∼ ≅ ≠ ² · °; so are `\\angle`, `\\perp`, `\\parallel` and `\\triangle`.

**What a figure looks like** matters where several are possible: say `D != A`, `D on segment B C`, `P inside triangle
A B C`, `D and A on opposite sides of B C`, `acute triangle A B C`. `D on B C` allows all of the line; a second
intersection of two lines or circles is never the first one.

Every phrase is below, with an example each. Lists go in order: `D, E, F midpoints of B C, C A, A B`. Of triangle may be
left out where the statement has one triangle only: `H orthocenter`.
"""


def reference_page() -> str:
    """Markdown."""
    groups: tuple[tuple[str, Sequence[Phrase]], ...] = (
        ("Points (also `M = midpoint of A B`, `midpoint M of A B`)", POINTS),
        ("Lines", LINES),
        ("Circles", CIRCLES),
        ("Facts", FACTS),
    )
    parts = [_HEAD]
    for title, phrases in groups:
        examples = dict.fromkeys(phrase.example for phrase in phrases)
        parts.append(f"## {title}\n\n" + "\n".join(f"    {example}" for example in examples) + "\n")
    return "\n".join(parts)
