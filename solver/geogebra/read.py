"""A GeoGebra file as a problem: premises from how its objects are made, places as they are saved, and a goal.

The configuration is the one that is drawn: as in the coordinate language, the figure starts from the places in the file.
A boolean whose name begins with `given` is a premise. What is undefined in the drawn figure and not needed is left out; the
problem's notes say so. The goal is what the user asks for; else the boolean (or angle, or
ratio) named `goal`, the one that Prove is asked of, or the only one there is. Without one, the problem is to find out
what can be said.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from solver.diagram.premise_loci import error_at
from solver.errors import ParseError
from solver.geogebra.archive import unpacked
from solver.geogebra.claims import BOOLEANS, claim, single, statements
from solver.geogebra.document import Element, Step, read_document, read_tools
from solver.geogebra.evaluate import INSTEAD, values
from solver.geogebra.expression import Call, Tree, labels_in, read_expression
from solver.geogebra.figure import SAME, Figure, says_something
from solver.geogebra.goal import stated
from solver.geogebra.objects import Circle, Claim, Line, Point, Quantity, Unread
from solver.geogebra.quantities import measured, question
from solver.geogebra.tools import Expanded, Use, expanded
from solver.language.convert import capitals, to_coordinates
from solver.language.problem import Problem
from solver.language.syntax import LARGEST_COORDINATE, MOST_POINTS, shown
from solver.plane import loci
from solver.plane.geometry import cross, unit
from solver.plane.loci import Degenerate
from solver.statements.predicates import EXPLORE, Statement

#: A number of the file that is larger is none that a figure needs; more booleans than this are refused as premises.
LARGEST_NUMBER, MOST_GIVEN = 1e12, 500
#: How names of premises begin, and the name of the goal.
GIVEN, GOAL = "given", "goal"
#: What a tool says holds this well where it means these intersections; steps that are read anew to find them, at most.
FITS, MOST_STEPS = 1e-6, 20_000


def read_geogebra(data: bytes, name: str = "figure", goal: str | None = None) -> Problem:
    """The problem in a .ggb file. goal: a sentence, a predicate, or the name of a boolean. Raises ParseError."""
    parts = unpacked(data)
    reading = _with_tools(expanded(read_document(parts.construction), read_tools(parts.tools)))
    reading.read_given()
    asked = reading.goal(goal)
    repeated = asked.repeated_point()
    if repeated is not None:
        raise ParseError(f"the goal {asked} names {repeated} twice", None, "name different points")
    figure = reading.figure
    points = tuple(figure.at)
    premises = tuple(dict.fromkeys(filter(says_something, figure.finished(figure.premises))))
    if not points:
        why = f": {'; '.join(reading.notes)}"[:200] if reading.notes else ""
        raise ParseError(f"there are no points in this figure{why}", None, "draw the figure of the problem")
    coordinates = {p: (z.real, z.imag) for p, z in figure.at.items()}
    problem = Problem(name, "", points, premises, asked, coordinates=coordinates, notes=tuple(reading.notes))
    return replace(problem, text=to_coordinates(problem, figure.at))


def _with_tools(figure: Expanded) -> _Reading:
    """The figure, with the intersections that its tools mean: those with which they make what the file has."""
    choices: dict[str, int] = {}
    steps_left = MOST_STEPS
    for use in figure.uses:
        reading = _Reading(figure, choices)
        if reading.fits(use):
            continue
        chosen = [(label, n) for label, n in reading.figure.open_choices.items() if label not in choices]
        for numbers in product(*(range(n) for _, n in chosen)):
            steps_left -= use.end
            if steps_left < 0:
                break
            tried = {label: k for (label, _), k in zip(chosen, numbers, strict=True)}
            if _Reading(figure, choices | tried).fits(use):
                choices |= tried
                break
    reading = _Reading(figure, choices)
    reading.read_steps()
    return reading


class _Reading:
    """A document on its way to a figure. notes: what was left out of it, in words."""

    def __init__(self, source: Expanded, choices: Mapping[str, int]) -> None:
        self._document = document = source.document
        self.notes: list[str] = []
        labels = [e.label for e in document.elements.values() if e.type == "point" and e.label not in source.inner]
        if len(labels) > MOST_POINTS:
            raise ParseError(f"the figure has more than {MOST_POINTS} points", None, "leave only those of the problem")
        places = {
            element.label: place
            for element in document.elements.values()
            if element.type == "point" and (place := _place(element)) is not None
        }
        unbraced = _unbraced(labels)
        names = capitals(list(unbraced))
        inner = {label: self._type(label) for label in source.inner}
        self.figure = Figure({label: names[plain] for plain, label in unbraced.items()}, places, inner, choices)
        self._lines = {e.label: line for e in document.elements.values() if (line := _line(e)) is not None}
        self._booleans: dict[str, Tree] = {}
        self._unread: dict[str, Unread] = {}

    def fits(self, use: Use) -> bool:
        """Whether a tool makes, with the intersections that it is taken to mean, what the file has."""
        try:
            self.read_steps(0, use.start)
            known = len(self.figure.premises)
            self.read_steps(use.start, use.end)
        except ParseError:
            return False
        said = self.figure.finished(list(self.figure.premises)[known:])
        return all(error_at(s, self.figure.at) < FITS for s in said) and all(map(self._is_as_saved, use.outputs))

    def _is_as_saved(self, label: str) -> bool:
        made, element = self.figure.objects.get(label), self._document.elements.get(label)
        if isinstance(made, Line) and (saved := self._lines.get(label)) is not None:
            there = saved.point + 0.3 * self.figure.size * saved.direction
            return all(
                abs(cross(made.at.direction, z - made.at.point)) < SAME * self.figure.size for z in (saved.point, there)
            )
        if isinstance(made, Circle) and element is not None and (circle := _circle(element)) is not None:
            off = abs(made.at.center - circle.center) + abs(made.at.radius - circle.radius)
            return off < SAME * self.figure.size
        return not isinstance(made, Unread)

    def read_steps(self, first: int = 0, end: int | None = None) -> None:
        for step in self._document.steps[first:end]:
            label = next((label for label in step.outputs if label), "")
            try:
                self._read(step)
            except (ParseError, Degenerate, ArithmeticError) as error:
                message = error.message if isinstance(error, ParseError) else str(error)
                hint = error.hint if isinstance(error, ParseError) else "move the free points of the figure"
                self._refuse(step, f"{label or 'an object'}{_made_by(step)}: {message}", hint or INSTEAD)

    def _refuse(self, step: Step, message: str, hint: str) -> None:
        """Points must be read where they are defined; other objects only if something needs them."""
        for label in step.outputs:
            if self._type(label).startswith("point") and not self.figure.is_inner(label):
                if self.figure.place_of(label) is not None:
                    raise ParseError(message, None, hint)
                self.notes.append(f"{label} is left out: it is undefined or too far away in this figure")
            if self._is_boolean(step, label):
                self._unread[label] = Unread(message, hint)
            if not self.figure.is_known(label):
                self.figure.objects[label] = Unread(message, hint)

    def _read(self, step: Step) -> None:
        if not step.inputs:
            self._read_free(step.outputs[0])
            return
        if self._is_boolean(step, step.outputs[0] if step.outputs else ""):
            self._booleans[step.outputs[0]] = _tree(step)
            return
        self._check_places(step)
        if set(step.outputs) & {label for text in step.inputs for label in labels_in(text)}:
            self._read_circular(step)
            return
        found = values(self.figure, _tree(step), step.outputs or ("",), self._lines)
        for label, thing in zip(step.outputs, found, strict=False):
            if not label:
                continue
            if self._type(label) == "point" and not isinstance(thing, Point | Unread):
                raise ParseError("porism can't read how this point is made", None, INSTEAD)
            if isinstance(thing, Unread) and self._type(label) == "point" and not self.figure.is_inner(label):
                self.notes.append(f"{label} is left out: it is undefined or too far away in this figure")
            if isinstance(thing, Quantity) and thing.is_angle:
                thing = self._not_reflex(label, thing)
            self.figure.objects[label] = thing
        for label in step.outputs:
            if label and not self.figure.is_known(label):
                self._refuse_output(label, step)

    def _is_boolean(self, step: Step, label: str) -> bool:
        return bool(step.inputs) and (step.name in BOOLEANS or self._type(label) == "boolean")

    def _refuse_output(self, label: str, step: Step) -> None:
        message = f"{label}{_made_by(step)}: porism doesn't know what this is"
        if self._type(label) == "point":
            raise ParseError(message, None, INSTEAD)
        self.figure.objects[label] = Unread(message, INSTEAD)

    def _check_places(self, step: Step) -> None:
        """A point that is undefined where it is made alone can't be read; of several, only if it is needed."""
        labels = [label for label in step.outputs if label and not self.figure.is_inner(label)]
        if len(labels) == 1 and self._type(labels[0]) == "point" and self.figure.place_of(labels[0]) is None:
            raise ParseError(
                f"{labels[0]} is undefined or too far away in this figure", None, "move the free points, or delete it"
            )

    def _read_circular(self, step: Step) -> None:
        """What is defined by itself, as in files of some converters: a point is where the file has it, and free."""
        (label, *others) = step.outputs
        if others or self._type(label) != "point":
            raise ParseError("it is defined by itself", None, "define it by other objects")
        self.figure.point(label)
        self.notes.append(f"{label} is taken as a free point: it is defined by itself")

    def _type(self, label: str) -> str:
        element = self._document.elements.get(label)
        return element.type if element is not None else ""

    def _not_reflex(self, label: str, angle: Quantity) -> Quantity:
        """As it is shown: an angle that is never shown as a reflex one is the size of the plain language."""
        style = self._document.elements[label].values.get("angleStyle", {}) if label in self._document.elements else {}
        if style.get("val") == "1" and angle.text.startswith("(360° - ∠"):
            return Quantity(angle.text.removeprefix("(360° - ").removesuffix(")"), angle.turned, angle.value, True)
        return angle

    def _read_free(self, label: str) -> None:
        element = self._document.elements.get(label) or Element(label, "")
        if element.type == "point" and self.figure.is_inner(label):
            raise ParseError(
                "a tool's own point is none of what the tool is given", None, "add it to the tool's inputs"
            )
        if element.type == "point":
            if self.figure.place_of(label) is None:
                raise ParseError("it is undefined or too far away in this figure", None, "move it or delete it")
            self.figure.point(label)
            return
        if element.type in ("numeric", "angle"):
            amount = _float(element.values.get("value", {}).get("val", ""))
            is_angle = element.type == "angle"
            found = None if amount is None else measured(math.degrees(amount) if is_angle else amount, is_angle)
            if found is not None:
                self.figure.objects[label] = found
                return
            raise ParseError("this number is no simple fraction", None, "use one such as 2, 1.5 or 30°")
        what = element.type or "object"
        raise ParseError(f"porism can't read a {what} that nothing makes", None, INSTEAD)

    # Premises and the goal.

    def read_given(self) -> None:
        given = [label for label in (*self._booleans, *self._unread) if label.lower().startswith(GIVEN)]
        if len(given) > MOST_GIVEN:
            raise ParseError(f"the figure has more than {MOST_GIVEN} premises", None, "leave only those of the problem")
        for label in given:
            self.figure.say(statements(self.figure, self._claim(label)))

    def _claim(self, label: str) -> Claim:
        if label in self._unread:
            raise ParseError(self._unread[label].message, None, self._unread[label].hint)
        try:
            return claim(self.figure, self._booleans[label], self._booleans)
        except (ParseError, Degenerate) as error:
            hint = error.hint if isinstance(error, ParseError) else "move the free points"
            message = error.message if isinstance(error, ParseError) else str(error)
            raise ParseError(f"{label}: {message}", None, hint) from None

    def goal(self, asked: str | None) -> Statement:
        if asked is not None and asked.strip() in {*self._booleans, *self._unread}:
            return self._single(asked.strip())
        if asked is not None:
            return self._stated(asked)
        own = self.figure.objects.get(GOAL)
        if GOAL not in {*self._booleans, *self._unread} and isinstance(own, Quantity):
            return self._stated(f"find {question(own)}")
        label = self._chosen()
        return self._single(label) if label else Statement(EXPLORE, ())

    def _single(self, label: str) -> Statement:
        said = self._claim(label)
        try:
            return single(self.figure, said)
        except ParseError as error:
            raise ParseError(f"{label}: {error.message}", None, error.hint) from None

    def _stated(self, sentence: str) -> Statement:
        """It may call a point by any of its labels."""
        at, aliases = self.figure.at, self.figure.aliases()
        read = stated(sentence, {**at, **{alias: at[p] for alias, p in aliases.items()}})
        at.update(read.points)
        goal, *said = (
            Statement(s.predicate, tuple(aliases.get(p, p) for p in s.points), s.constants)
            for s in (read.statement, *read.premises)
        )
        self.figure.say(said)
        return goal

    def _chosen(self) -> str:
        """The boolean that is the goal; "" where there is none. Raises ParseError where there are several."""
        goals = [label for label in (*self._booleans, *self._unread) if not label.lower().startswith(GIVEN)]
        asked = [label for label in goals if _asks(self._booleans.get(label))]
        if GOAL in goals:
            return GOAL
        if len(asked) == 1 or (not asked and len(goals) == 1):
            return (asked or goals)[0]
        if len(goals) > 1:
            raise ParseError(
                f"the figure has {len(goals)} booleans that may be the goal: {', '.join(map(shown, goals))}"[:250], None,
                f"choose one, as in --goal {shown(goals[0])}, or name it {GOAL}; premises are named {GIVEN}1, …",
            )  # fmt: skip
        return ""


def _tree(step: Step) -> Tree:
    if step.name:
        return Call(step.name, tuple(map(read_expression, step.inputs)))
    return read_expression(step.inputs[0])


def _asks(tree: Tree | None) -> bool:
    return isinstance(tree, Call) and tree.name in ("Prove", "ProveDetails")


def _unbraced(labels: list[str]) -> dict[str, str]:
    """Labels as names could be, B_12 for B_{12}; what they are names of."""
    found: dict[str, str] = {}
    for label in labels:
        name = label.replace("{", "").replace("}", "").replace("′", "'") or "P"
        while name in found:
            name += "'"
        found[name] = label
    return found


def _made_by(step: Step) -> str:
    text = f"{step.name}({', '.join(step.inputs)})" if step.name else ", ".join(step.inputs)
    return f" = {text[:80]}" if text else ""


def _float(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < LARGEST_NUMBER else None


def _place(element: Element) -> complex | None:
    """The place of a point; None where it is undefined, infinitely far away or too far away."""
    coords = element.values.get("coords", {})
    x, y, z = (_float(coords.get(key, "")) for key in "xyz")
    if x is None or y is None or not z:
        return None
    place = complex(x / z, y / z)
    return place if abs(place) <= LARGEST_COORDINATE else None


def _circle(element: Element) -> loci.Circle | None:
    """x² + y² + … = 0, as the file has it."""
    matrix = element.values.get("matrix", {})
    a, b, c, d, e, f = (_float(matrix.get(f"A{i}", "")) for i in range(6))
    if a is None or b is None or c is None or d is None or e is None or f is None or a == 0 or a != b or d != 0:
        return None
    center = complex(-e / a, -f / a)
    return loci.Circle(center, math.sqrt(max(0.0, abs(center) ** 2 - c / a)))


def _line(element: Element) -> loci.Line | None:
    """ax + by + c = 0, as the file has it."""
    coords = element.values.get("coords", {})
    a, b, c = (_float(coords.get(key, "")) for key in "xyz")
    if (
        element.type not in ("line", "segment", "ray")
        or a is None
        or b is None
        or c is None
        or not 0 < abs(complex(a, b)) < math.inf
    ):
        return None
    normal = complex(a, b) / abs(complex(a, b))
    return loci.Line(-c / abs(complex(a, b)) * normal, unit(1j * normal))
