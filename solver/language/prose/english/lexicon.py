"""The English words of geometry, in tables: nouns, adjectives, verbs, and the prepositions that belong to each.

A row names what a word means in the table of meanings, the forms that it takes, and for each preposition the role of what
follows: `foot … from:from to:to on:to` reads `the foot of the perpendicular from A to BC`. Plurals and forms of verbs
that are regular aren't listed. Spellings of both sides of the Atlantic, and with hyphens or blanks, are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class NounWord:
    """sort: point, line, circle, polygon, arc, angle, measure or thing."""

    head: str
    sort: str
    prepositions: Mapping[str, str]
    is_plural: bool = False
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class VerbWord:
    verb: str
    prepositions: Mapping[str, str]
    takes_object: bool
    form: str = ""  # base, s, ing or ed


_ON = "on:to onto:to to:to upon:to in:to into:to"
_IN = "in:in over:in across:in about:in through:in on:in around:in with_respect_to:in wrt:in against:in at:in under:in"
_WRT = "with_respect_to:in wrt:in in:in about:in relative_to:in on:in to:in under:in"

#: head | forms (the first one's plural is made unless given) | sort | prepositions
_NOUNS = f"""
point | point | point | of:of
midpoint | midpoint, mid point, middle point, middle | point | of:of between:of on:of
center | center | point | of:of
circumcenter | circumcenter | point | of:of
incenter | incenter | point | of:of
orthocenter | orthocenter | point | of:of
centroid | centroid, barycenter, center of gravity, center of mass | point | of:of
excenter | excenter | point | of:of opposite:vertex opposite_to:vertex corresponding_to:vertex relative_to:vertex at:vertex
ninepoint_center | nine point center | point | of:of
foot | foot/feet | point | of:of from:from {_ON} dropped_from:from through:from drawn_from:from
projection | projection, orthogonal projection, perpendicular projection | point | of:of from:of {_ON}
reflection | reflection, reflection point, reflected point, mirror image, symmetric point, symmetric image, image, symmetric | any | of:of {_IN} to:in
reflection | point symmetric to/points symmetric to, point symmetrical to/points symmetrical to, point symmetric with/points symmetric with, symmetric of, point symmetric of/points symmetric of, point of symmetry of/points of symmetry of, point of symmetry for/points of symmetry for | point | :of {_IN} to:in
intersection | intersection, point of intersection, intersection point, meeting point, concurrency point, point of concurrency, point of concurrence, common point, cross point, crossing point | point | of:of with:with and:with between:of
touchpoint | touchpoint, touch point, tangency point, point of tangency, contact point, point of contact, tangent point, point of touch, touching point | point | of:of with:with and:with on:with in:with to:with between:of
antipode | point diametrically opposite_to, point antipodal to | point | :of in:in on:in with_respect_to:in wrt:in
antipode | antipode, antipodal point, point diametrically opposite, diametrically opposite point | point | of:of to:of in:in on:in with_respect_to:in wrt:in
antipode | point diametrically | point | opposite_to:of opposite:of in:in on:in
apex | apex/apices | point | of:of
vertex | vertex/vertices | point | of:of
endpoint | endpoint, end point, end, extremity/extremities | point | of:of
isogonal_conjugate | isogonal conjugate | point | of:of {_WRT}
isotomic_conjugate | isotomic conjugate | point | of:of {_WRT}
inverse | inverse, inverse point, inversion | point | of:of {_WRT}
pole | pole | point | of:of {_WRT}
gergonne | gergonne point | point | of:of
nagel | nagel point | point | of:of
feuerbach | feuerbach point | point | of:of
lemoine | lemoine point, symmedian point, symmedian center | point | of:of
miquel | miquel point | point | of:of
radical_center | radical center, power center | point | of:of
similitude_center | center of similitude/centers of similitude, center of homothety/centers of homothety, similitude center, similarity center, homothety center, homothetic center | point | of:of
exsimilicenter | exsimilicenter | point | of:of
insimilicenter | insimilicenter | point | of:of
fermat | fermat point, torricelli point | point | of:of
line | line, straight line, sideline, side line, transversal, transversal line | line | of:of
ray | ray, half line, halfline | line | beyond:beyond past:beyond
segment | segment, line segment | line | of:of
side | side, edge | line | of:of opposite:opposite opposite_to:opposite
leg | leg, lateral side, arm, cathetus/catheti | line | of:of opposite:opposite opposite_to:opposite
base | base | line | of:of in:of
hypotenuse | hypotenuse/hypotenuses | line | of:of
chord | chord | line | of:of in:of
diagonal | diagonal | line | of:of
diameter | diameter | line | of:of in:of through:through from:through
radius | radius/radii | line | of:of
altitude | altitude, height | line | of:of in:of from:from drawn_from:from through:from to:to on:to onto:to at:from with_respect_to:to corresponding_to:to relative_to:to
median | median | line | of:of in:of from:from drawn_from:from through:from to:to at:from
bisector | bisector, angle bisector, angular bisector, bisectrix, interior angle bisector, bisecting line | line | of:of from:from at:from through:from in:of drawn_from:from
perpendicular_bisector | perpendicular bisector, midperpendicular, mid perpendicular, mediatrix/mediatrices, mediator, perpendicular bisecting line, side bisector, segment bisector | line | of:of to:of
perpendicular | perpendicular, perpendicular line, normal, perpendicular lines/perpendicular lines | line | from:through dropped_from:through drawn_from:through through:through at:through to:to on:to onto:to of:to raised_at:through erected_at:through drawn_through:through
parallel | parallel, parallel line | line | from:through through:through at:through to:to of:to with:to drawn_from:through drawn_through:through
tangent | tangent, tangent line, tangency line | line | to:to of:to on:to with_respect_to:to wrt:to at:at from:from through:from drawn_from:from drawn_at:at drawn_through:from in:at drawn_to:to parallel_to:parallel
secant | secant, secant line | line | to:to of:to from:from through:from drawn_from:from drawn_through:from
common_tangent | common tangent, common tangent line, outer common tangent, inner common tangent | line | of:of to:of at:at
symmedian | symmedian, symmedian line | line | of:of in:of from:from with_respect_to:of at:from through:from
euler_line | euler line | line | of:of
simson_line | simson line | line | of:point with_respect_to:of wrt:of from:point
newton_line | newton line, newton gauss line | line | of:of
radical_axis | radical axis/radical axes, power line | line | of:of between:of
polar | polar, polar line | line | of:of {_WRT}
midline | midline, midsegment, mid line, middle line, median line, medial line | line | of:of parallel_to:parallel
line_of_centers | line of centers | line | of:of
common_chord | common chord | line | of:of
cevian | cevian | line | of:of from:from
circle | circle, circumference | circle |
circumcircle | circumcircle, circumscribed circle, circumscribing circle, circumscribed circumference | circle | of:of around:of about:of to:of
circumcircle | circle around/circles around, circle about/circles about | circle | :of
incircle | incircle, inscribed circle | circle | of:of in:of
excircle | excircle, escribed circle | circle | of:of opposite:vertex opposite_to:vertex corresponding_to:vertex at:vertex relative_to:vertex
ninepoint_circle | nine point circle, euler circle, feuerbach circle | circle | of:of
mixtilinear | mixtilinear incircle, mixtilinear circle, mixtilinear inscribed circle | circle | of:of opposite:vertex at:vertex
mixtilinear_ex | mixtilinear excircle | circle | of:of opposite:vertex at:vertex
semicircle | semicircle, half circle | circle | of:of
apollonius | apollonius circle, apollonian circle | circle | of:of through:through
triangle | triangle | polygon |
quadrilateral | quadrilateral, quadrangle, quad, tetragon | polygon |
trapezoid | trapezoid, trapezium/trapezia | polygon |
parallelogram | parallelogram | polygon |
rhombus | rhombus/rhombi | polygon |
rhombus | rhomb, lozenge | polygon |
rectangle | rectangle | polygon |
square | square | polygon | of:of
kite | kite, deltoid | polygon |
pentagon | pentagon | polygon |
hexagon | hexagon | polygon |
heptagon | heptagon | polygon |
octagon | octagon | polygon |
polygon | polygon, nonagon, decagon, dodecagon | polygon |
medial_triangle | medial triangle | polygon | of:of
orthic_triangle | orthic triangle, pedal triangle of the orthocenter | polygon | of:of
intouch_triangle | intouch triangle, contact triangle, gergonne triangle | polygon | of:of
excentral_triangle | excentral triangle | polygon | of:of
pedal_triangle | pedal triangle | polygon | of:point with_respect_to:of wrt:of
arc | arc, circle arc | arc | of:of on:of in:of not_containing:without containing:containing that_contains:containing not_passing_through:without passing_through:containing through:containing which_contains:containing which_does_not_contain:without that_does_not_contain:without from:of opposite:without opposite_to:without between:between
angle | angle | angle | of:of at:at between:between in:of formed_by:between
angle | angle of intersection | angle | between:between of:between
length | length | measure | of:of
distance | distance | measure | from:from to:to between:between of:from
area | area | measure | of:of
side_length | side length, edge length, length of each side, length of the side | measure | of:of opposite:opposite opposite_to:opposite
perimeter | perimeter, circumference of the triangle | measure | of:of
semiperimeter | semiperimeter, semi perimeter, half perimeter | measure | of:of
circumradius | circumradius/circumradii, radius of the circumcircle | measure | of:of
inradius | inradius/inradii | measure | of:of
exradius | exradius/exradii | measure | of:of opposite:vertex opposite_to:vertex corresponding_to:vertex
measure | measure, degree measure, measure of degree, size, value, magnitude | measure | of:of
measure | number of degrees | measure | of:of in:of
ratio | ratio, quotient | measure | of:of between:of to:to
sum | sum | measure | of:of
product | product | measure | of:of
mean | arithmetic mean, mean, average, arithmetic average | measure | of:of between:of
interior | interior, inside | region | of:of
exterior | exterior | region | of:of
extension | extension, prolongation, continuation | line | of:of beyond:beyond past:beyond over:beyond through:beyond from:beyond
boundary | perimeter, boundary, border | boundary | of:of
plane | plane | plane | of:of
power | power | measure | of:of {_WRT}
"""

#: Adjectives before a noun that say what it is like.
ADJECTIVES = {
    "acute": "acute", "acute-angled": "acute", "obtuse": "obtuse", "obtuse-angled": "obtuse", "right": "right",
    "right-angled": "right", "scalene": "scalene", "isosceles": "isosceles", "non-isosceles": "scalene",
    "nonisosceles": "scalene", "equilateral": "equilateral", "equiangular": "equiangular", "unit": "unit", "non-equilateral": "generic", "nonequilateral": "generic",
    "nonright": "nonright", "non-right": "nonright", "convex": "convex", "cyclic": "cyclic", "concyclic": "cyclic",
    "inscribed": "cyclic", "inscriptible": "cyclic", "inscribable": "cyclic", "circumscriptible": "tangential", "harmonic": "harmonic", "regular": "regular", "tangential": "tangential",
    "circumscribed": "tangential", "circumscribable": "tangential", "non-cyclic": "generic", "noncyclic": "generic",
    "internal": "internal", "inner": "internal", "interior": "internal",
    "external": "external", "outer": "external", "exterior": "external", "outside": "external",
    "common": "common", "minor": "minor", "smaller": "minor", "shorter": "minor", "small": "minor", "major": "major", "larger": "major", "longer": "major", "greater": "major",
    "second": "second", "other": "other", "another": "another", "first": "first", "former": "first", "latter": "second", "third": "third", "remaining": "other", "distinct": "distinct", "different": "distinct",
    "arbitrary": "any", "variable": "any", "given": "any", "fixed": "any", "moving": "any", "random": "any", "certain": "any",
    "orthogonal": "perpendicular", "orthodiagonal": "orthodiagonal", "respective": "respective", "corresponding": "any", "same": "same", "unique": "any", "exact": "any", "directed": "directed",
    "new": "any", "single": "any", "non-degenerate": "any", "nondegenerate": "any", "usual": "any", "general": "any", "oriented": "any", "whole": "any", "entire": "any",
    "non-parallel": "any", "nonparallel": "any", "opposite": "opposite", "adjacent": "any", "consecutive": "any", "mutual": "any", "non-right-angled": "nonright",
    "unequal": "unequal", "equal": "equal", "congruent": "equal", "parallel": "parallel", "intersecting": "any", "disjoint": "disjoint", "perpendicular": "perpendicular", "simple": "any",
    "such": "any", "angled": "any", "three": "any", "non-collinear": "noncollinear", "concentric": "concentric", "noncollinear": "noncollinear", "collinear": "collinear", "concurrent": "concurrent", "tangent": "tangent",
    **dict.fromkeys(["largest", "greatest", "biggest", "longest"], "greatest"), **dict.fromkeys(["smallest", "least", "shortest"], "least"),
    "antipodal": "any", "coplanar": "any", "desired": "any", "required": "any", "closed": "any", "varying": "any", "straight": "any", "resulting": "any", "constructed": "any", "bicentric": "bicentric", "not_necessarily_convex": "nonconvex", "bigger": "major", "lower": "any", "upper": "any", "outward": "external", "inward": "internal", "only": "any", "possible": "any", "more": "any", "further": "any", "additional": "any",
}  # fmt: skip

#: Things said of a thing, after `is` or after its name: adjective | verb | prepositions
_PREDICATES = """
parallel | parallel | to:object with:object
antiparallel | antiparallel | to:object with:object with_respect_to:in wrt:in in:in relative_to:in
perpendicular, orthogonal, normal | perpendicular | to:object with:object on:object at:at in:at
tangent | touch | to:object with:object at:at in:at of:object :object
internally tangent | touch_inside | to:object with:object at:at in:at
externally tangent | touch_outside | to:object with:object at:at in:at
collinear, colinear, aligned | collinear | with:object
concyclic, cocyclic, conciclic, concyclical, co-cyclic | concyclic | with:object
concurrent, copunctal | concurrent | at:at on:on with:object in:at
coaxal, coaxial, coaxal circles | coaxal | with:object
concentric | concentric | with:object to:object
similar | similar | to:object with:object
homothetic | homothetic | to:object with:object
directly similar, similar and equally oriented, similar and similarly oriented | similar_directly | to:object with:object
oppositely similar | similar_oppositely | to:object with:object
directly congruent | congruent_directly | to:object with:object
oppositely congruent | congruent_oppositely | to:object with:object
congruent | congruent | to:object with:object
equal, equal in length | equal | to:object in_length:nothing
equidistant | equidistant | from:object to:object
supplementary | supplementary | to:object with:object
complementary | complementary | to:object with:object
distinct, different | different | from:object to:object
other than | different | :object
unequal | different | to:object
symmetric, symmetrical | symmetric | to:object about:in with:object with_respect_to:in wrt:in across:in in:in over:in
isogonal, isogonal conjugate, isogonal conjugates, isogonally conjugate | isogonal | to:object with:object in:in with_respect_to:in wrt:in of:object
inverse | inverse_to | to:object of:object with_respect_to:in wrt:in in:in
right | right_angle |
right-angled, right | right_at | at:at
isosceles | shape_isosceles | with:nothing at:at
equilateral, regular | shape_equilateral |
acute, acute-angled | shape_acute |
obtuse, obtuse-angled | shape_obtuse | at:at
scalene | shape_scalene |
cyclic | shape_cyclic |
convex | shape_convex |
not_necessarily_convex | shape_nonconvex |
coincident | coincide | with:object
diametrically opposite | diametral | to:object on:in in:in of:in
diametrically opposite_to | diametral | :object on:in in:in of:in
closer, nearer, closest, nearest | closer | to:to than:than
greater, larger, longer, bigger | greater | than:than
less, smaller, shorter | less | than:than
at_most | at_most | :object
at_least | at_least | :object
farther, further, farthest, furthest | farther | from:to than:than
constant, fixed | nothing |
interior, internal | inside | to:object
exterior, external | outside | to:object
"""

#: verb | base form (others are made) | object? | prepositions; irregular forms in parentheses
_VERBS = """
meet | meet(met), intersect, cut(cut;cutting), cross, hit(hit;hitting) | yes | at:at in:at with:object on:on inside:inside outside:outside to:nothing
lie | move, vary(varied;varying;varies), lie(lay;lying), occur(occurred;occurring), appear, sit(sat;sitting), stand(stood), belong | no | to:on on:on in:on upon:on inside:inside within:inside outside:outside outside_of:outside between:between at:on along:on opposite:opposite of:on
place | choose(chose,chosen), select, place, mark, locate, situate, take(took,taken), pick, draw(drew,drawn), construct, give(gave,given), erect, drop(dropped;dropping), fix, build(built), choosen | yes | on:on in:on upon:on inside:inside within:inside outside:outside outside_of:outside between:between through:through from:from to:to at:at with:with along:on parallel_to:parallel as:as
touch | touch | yes | at:at in:at on:at with:object
pass | pass, go(went) | no | through:object by:object
contain | contain, include | yes |
bisect | bisect, halve | yes | at:at in:at
trisect | trisect | yes | at:at
join | join, connect, link | yes | to:to with:to and:to
coincide | coincide | no | with:object
concur | concur | no | at:at on:on in:at with:object
share | share, have(had;having;has) | yes |
form | form, determine, bound, define, enclose, make(made), create | yes | with:with
satisfy | satisfy(satisfied;satisfying;satisfies) | yes | with:nothing
equal | equal, equals, measure | yes |
exceed | exceed, surpass | yes |
extend | extend, produce, prolong | yes | beyond:beyond past:beyond to:to through:beyond over:beyond until:until
project | project | yes | to:to onto:to on:to
reflect | reflect | yes | in:in over:in across:in about:in through:in to:to with_respect_to:in
inscribe | inscribe | no | in:object to:object into:object inside:object
circumscribe | circumscribe | yes | about:object around:object to:object
center | center | no | at:object in:object
divide | divide, split(split;splitting) | yes | into:into in:into
subtend | subtend | yes |
separate | separate | yes | from:from
supplement | sum | no |
describe | describe | yes | on:on with:with
denote | denote, call, name, label, term | yes | by:by as:by with:by
"""

#: Verbs that may stand without an object or a preposition, as in `the lines meet`.
ALONE = frozenset([
    "meet", "concur", "coincide", "touch", "place", "equal", "exceed", "bisect", "extend", "reflect", "project", "join", "center", "inscribe",
])  # fmt: skip

#: Words for numbers.
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twice": 2, "thrice": 3, "double": 2, "triple": 3, "half": -2, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8,
}  # fmt: skip

ARTICLES = {
    "the": "the", "a": "a", "an": "a", "this": "this", "that": "this", "these": "this", "those": "this", "its": "its",
    "their": "its", "it's": "its", "his": "its", "each": "each", "every": "each", "any": "a", "some": "a", "both": "both", "all": "all", "another": "another", "either": "each", "such": "a", "one": "one", "no": "no",
}  # fmt: skip

#: Adverbs that may stand between the parts of a clause; the flag that they leave ("" for none).
ADVERBS = {
    "again": "again", "in_order": "ordered", "respectively": "respectively", "respective": "", "repsectively": "respectively", "respectivelly": "respectively", "accordingly": "", "resp": "respectively", "also": "", "both": "both", "all": "", "then": "", "thus": "",
    "now": "", "furthermore": "", "moreover": "", "hence": "", "each": "", "either": "", "finally": "", "exactly": "", "just": "",
    "strictly": "", "internally": "inside", "externally": "outside", "secondly": "again", "too": "", "still": "", "lastly": "", "further": "", "actually": "", "always": "", "simultaneously": "", "together": "",
    "extended": "extended", "produced": "extended", "pairwise": "pairwise", "mutually": "pairwise", "when_extended": "prolonged", "if_necessary": "prolonged", "necessarily": "", "additionally": "", "correspondingly": "respectively", "however": "", "therefore": "", "next": "", "once": "", "consecutively": "", "well": "", "here": "", "otherwise": "", "outwardly": "outside", "inwardly": "inside", "outwards": "outside", "inwards": "inside", "not": "not", "never": "not", "only": "", "first": "",
}  # fmt: skip

#: Several words that are one.
JOINED = {
    ("right", "angled"): "right-angled", ("acute", "angled"): "acute-angled", ("obtuse", "angled"): "obtuse-angled",
    ("work", "out"): "calculate", ("write", "down"): "find", ("is", "drawn", "to", "circumscribe"): "circumscribes", ("are", "drawn", "to", "circumscribe"): "circumscribe", ("drawn", "to", "circumscribe"): "circumscribing",
    ("the", "square", "root", "of"): "root_of", ("square", "root", "of"): "root_of",
    ("at", "most"): "at_most", ("no", "greater", "than"): "at_most", ("no", "more", "than"): "at_most", ("not", "greater", "than"): "at_most", ("not", "more", "than"): "at_most", ("less", "than", "or", "equal", "to"): "at_most", ("not", "exceeding"): "at_most",
    ("at", "least"): "at_least", ("no", "less", "than"): "at_least", ("not", "less", "than"): "at_least", ("not", "smaller", "than"): "at_least", ("greater", "than", "or", "equal", "to"): "at_least",
    ("issuing", "from"): "drawn_from", ("coming", "from"): "drawn_from", ("in", "the", "same", "way"): "similarly", ("in", "a", "similar", "way"): "similarly", ("in", "the", "same", "manner"): "similarly",
    ("in", "a", "similar", "manner"): "similarly", ("in", "a", "similar", "fashion"): "similarly", ("in", "the", "same", "fashion"): "similarly",
    ("including",): "containing", ("excluding",): "not_containing",
    ("not", "necessarily", "convex"): "not_necessarily_convex", ("convex", "or", "not"): "not_necessarily_convex",
    ("with", "respect", "to"): "with_respect_to", ("w", "r", "t"): "with_respect_to", ("opposite", "to"): "opposite_to", ("in", "respect", "to"): "with_respect_to", ("with", "regard", "to"): "with_respect_to",
    ("not", "containing"): "not_containing", ("containing", "neither"): "not_containing", ("that", "contains", "neither"): "not_containing", ("which", "contains", "neither"): "not_containing", ("not", "containing", "either"): "not_containing", ("containing", "both"): "containing", ("that", "contains"): "that_contains", ("which", "contains"): "that_contains",
    ("that", "does", "not", "contain"): "not_containing", ("which", "does", "not", "contain"): "not_containing", ("that", "do", "not", "contain"): "not_containing", ("which", "do", "not", "contain"): "not_containing", ("that", "doesn't", "contain"): "not_containing", ("which", "doesn't", "contain"): "not_containing",
    ("that", "does", "not", "pass", "through"): "not_containing", ("which", "does", "not", "pass", "through"): "not_containing",
    ("that", "don't", "contain"): "not_containing", ("not", "passing", "through"): "not_containing", ("without",): "not_containing",
    ("for", "the", "second", "time"): "again", ("for", "second", "time"): "again", ("a", "second", "time"): "again", ("the", "second", "time"): "again", ("second", "time"): "again", ("when", "extended"): "when_extended", ("possibly", "when", "extended"): "when_extended", ("possibly", "extended"): "when_extended", ("possibly", "after", "extension"): "when_extended", ("when", "produced"): "when_extended", ("when", "prolonged"): "when_extended", ("if", "necessary"): "if_necessary", ("if", "needed"): "if_necessary", ("in", "this", "order"): "in_order", ("equal", "in", "length"): "equal", ("of", "equal", "length"): "equal", ("equal", "length"): "equal", ("for", "a", "second", "time"): "again",
    ("in", "counterclockwise", "order"): "in_order", ("in", "clockwise", "order"): "in_order", ("in", "counter", "clockwise", "order"): "in_order",
    ("than", "to"): "than",
    ("in", "that", "order"): "in_order", ("in", "order"): "in_order", ("in", "the", "same", "order"): "respectively",
    ("dropped", "from"): "dropped_from", ("drawn", "from"): "drawn_from", ("drawn", "through"): "drawn_through", ("drawn", "to"): "drawn_to", ("drawn", "at"): "drawn_at", ("issued", "from"): "drawn_from", ("emanating", "from"): "drawn_from", ("starting", "from"): "drawn_from",
    ("erected", "at"): "erected_at", ("raised", "at"): "raised_at", ("corresponding", "to"): "corresponding_to", ("relative", "to"): "relative_to",
    ("such", "that"): "such_that", ("st",): "such_that", ("so", "that"): "such_that", ("such", "as"): "such_that", ("in", "such", "a", "way", "that"): "such_that", ("in", "a", "way", "that"): "such_that", ("with", "the", "property", "that"): "such_that", ("has", "the", "property", "that"): "such_that", ("have", "the", "property", "that"): "such_that", ("having", "the", "property", "that"): "such_that", ("for", "which"): "such_that", ("satisfying",): "such_that", **{(satisfies, *the, condition): "such_that" for satisfies in ("satisfying", "satisfies", "satisfy") for the in (("the",), ("the", "following"), ()) for condition in ("condition", "conditions", "equality", "equalities", "relation", "relations")}, ("satisfies",): "such_that", ("satisfy",): "such_that", ("provided", "that"): "if", ("assuming", "that"): "if", ("where",): "such_that", ("with", "the", "condition", "that"): "such_that",
    ("outside", "of"): "outside", ("on", "the", "outside", "of"): "outside", ("out", "of"): "outside", ("of", "from"): "from", ("like", "this"): "similarly", ("by", "analogy"): "similarly", ("inside", "of"): "inside", ("other", "than"): "other_than", ("distinct", "from"): "other_than", ("different", "from"): "other_than", ("different", "than"): "other_than", ("apart", "from"): "other_than", ("not", "equal", "to"): "other_than", ("besides",): "other_than", ("except", "for"): "other_than", ("except",): "other_than",
    ("on", "to"): "onto", ("in", "the", "interior", "of"): "inside", ("in", "interior", "of"): "inside", ("in", "the", "inside", "of"): "inside", ("in", "the", "exterior", "of"): "outside", ("on", "the", "interior", "of"): "inside", ("in", "the", "interiors", "of"): "inside", ("on", "the", "interiors", "of"): "inside", ("interior", "to"): "inside", ("exterior", "to"): "outside",
    ("if", "and", "only", "if"): "iff", ("either", "parallel", "or", "concurrent"): "concurrent", ("parallel", "or", "concurrent"): "concurrent", ("concurrent", "or", "parallel"): "concurrent", ("concurrent", "or", "are", "parallel"): "concurrent", ("or", "they", "are", "the", "same", "line"): "also", ("or", "coincide"): "also", ("or", "they", "coincide"): "also", ("or", "all", "parallel"): "also", ("as", "well", "as"): "and", ("as", "well"): "also", ("together", "with"): "and", ("while",): "and", ("whereas",): "and",
    ("at", "right", "angles"): "at_right_angles", ("orthogonally",): "at_right_angles", ("perpendicularly",): "at_right_angles", ("under", "reflection", "in"): "about", ("under", "reflection", "about"): "about", ("under", "reflection", "across"): "about", ("under", "reflection", "over"): "about", ("under", "reflection", "through"): "about", ("under", "reflection", "with", "respect", "to"): "about", ("under", "the", "reflection", "in"): "about", ("under", "the", "reflection", "about"): "about", ("under", "the", "reflection", "across"): "about", ("under", "the", "reflection", "over"): "about", ("under", "the", "reflection", "with", "respect", "to"): "about", ("at", "a", "right", "angle"): "at_right_angles", ("past",): "beyond", ("behind",): "beyond",
    ("on", "the", "same", "side", "of"): "same_side", ("in", "the", "same", "side", "of"): "same_side", ("to", "the", "same", "side", "of"): "same_side", ("on", "same", "side", "of"): "same_side", ("on", "one", "side", "of"): "same_side", ("in", "one", "side", "of"): "same_side", ("in", "same", "side", "of"): "same_side", ("lie", "same", "side", "of"): "same_side", ("on", "the", "same", "side", "with", "respect", "to"): "same_side",
    ("on", "opposite", "sides", "of"): "opposite_sides", ("on", "different", "sides", "of"): "opposite_sides", ("on", "the", "opposite", "sides", "of"): "opposite_sides", ("on", "the", "different", "sides", "of"): "opposite_sides", ("on", "either", "side", "of"): "opposite_sides", ("on", "both", "sides", "of"): "opposite_sides", ("on", "the", "opposite", "side", "of"): "opposite_side_of", ("on", "the", "other", "side", "of"): "opposite_side_of", ("on", "opposite", "side", "of"): "opposite_sides",
}  # fmt: skip

JOINED |= {("non", word[4:]): word for word in ADJECTIVES if word.startswith("non-")}

#: British, old and mistaken spellings, by the letters that they change.
SPELLINGS = {
    "centre": "center", "centres": "centers", "centred": "centered", "circumcentre": "circumcenter",
    "circumcentres": "circumcenters", "incentre": "incenter", "incentres": "incenters", "excentre": "excenter",
    "excentres": "excenters", "orthocentre": "orthocenter", "orthocentres": "orthocenters", "barycentre": "barycenter",
    "re": "are", "sidelength": "side length", "sidelengths": "side lengths", "colinear": "collinear", "in-circle": "incircle", "in-center": "incenter", "ex-circle": "excircle", "ex-center": "excenter", "circum-circle": "circumcircle", "circum-center": "circumcenter", "cyclically": "cyclic",
    "summit": "vertex", "summits": "vertices", "intersct": "intersect", "perp": "perpendicular", "mid-point": "midpoint", "mid-points": "midpoints", "nine-point": "nine point", "quadrilateral's": "quadrilateral", "tri-angle": "triangle", "edges": "sides",
    "colour": "color", "bisectrix": "bisector", "angle-bisector": "angle bisector", "labelled": "labeled", "altitute": "altitude", "intersections": "intersections", "diametrically": "diametrically",
    "haves": "have", "whith": "with", "thats": "that", "wich": "which", "betwen": "between", "line-segment": "segment", "semi-circle": "semicircle", "can't": "cannot",
}  # fmt: skip


def _prepositions(text: str) -> dict[str, str]:
    return dict(item.split(":", 1) for item in text.split())


def _plural(noun: str) -> str:
    first, _, rest = noun.partition(" of ")
    if first.endswith(("s", "x", "ch", "sh")):
        first += "es"
    elif first.endswith("y") and first[-2] not in "aeiou":
        first = first[:-1] + "ies"
    else:
        first += "s"
    return first + (f" of {rest}" if rest else "")


def _nouns() -> dict[tuple[str, ...], NounWord]:
    found: dict[tuple[str, ...], NounWord] = {}
    for row in filter(None, map(str.strip, _NOUNS.splitlines())):
        head, forms, sort, prepositions = (part.strip() for part in row.split("|"))
        frame = _prepositions(prepositions)
        for form in forms.split(","):
            one, _, more = form.strip().partition("/")
            found.setdefault(tuple(one.split()), NounWord(head, sort, frame))
            found.setdefault(tuple((more or _plural(one)).split()), NounWord(head, sort, frame, True))
    return found


def _predicates() -> dict[tuple[str, ...], VerbWord]:
    found: dict[tuple[str, ...], VerbWord] = {}
    for row in filter(None, map(str.strip, _PREDICATES.splitlines())):
        words, verb, prepositions = (part.strip() for part in row.split("|"))
        for form in words.split(","):
            found.setdefault(tuple(form.split()), VerbWord(verb, _prepositions(prepositions), False))
    return found


def _forms(base: str) -> dict[str, str]:
    word, _, irregular = base.partition("(")
    stem = word[:-1] if word.endswith("e") else word
    doubled = ""
    s = word + ("es" if word.endswith(("s", "x", "ch", "sh", "o")) else "s")
    forms = {word: "base", s: "s", f"{stem}ed": "ed", f"{stem}ing": "ing", f"{doubled}": ""}
    for other in irregular.rstrip(")").replace(",", ";").split(";"):
        if other:
            forms[other] = "ing" if other.endswith("ing") else "s" if other.endswith("s") else "ed"
    forms.pop("", None)
    return forms


def _verbs() -> dict[str, VerbWord]:
    found: dict[str, VerbWord] = {}
    for row in filter(None, map(str.strip, _VERBS.splitlines())):
        verb, bases, takes_object, prepositions = (part.strip() for part in row.split("|"))
        for base in bases.split(", "):
            for form, kind in _forms(base.strip()).items():
                found.setdefault(form, VerbWord(verb, _prepositions(prepositions), takes_object == "yes", kind))
    return found


NOUNS = _nouns()
PREDICATES = _predicates()
VERBS = _verbs()
LONGEST_NOUN = max(map(len, NOUNS))
LONGEST_PREDICATE = max(map(len, PREDICATES))
LONGEST_JOINED = max(map(len, JOINED))
