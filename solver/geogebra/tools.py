"""Tools that a file's user made: each use of one is replaced by the steps that the tool consists of.

What a tool makes on its way has no place in the file: its places follow from the construction. Where two circles cross in
two places, the file doesn't say which of the two the tool means; `solver.geogebra.read` tries both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from solver.errors import ParseError
from solver.geogebra.document import Document, Element, Step, Tool
from solver.geogebra.expression import labels_in, relabeled
from solver.language.syntax import shown

#: Steps of a file with its tools expanded, beyond which it is refused; uses of tools within tools.
MOST_STEPS, DEEPEST = 20_000, 10


@dataclass(frozen=True)
class Use:
    """A tool at work: its steps from `start` to `end` (not included), and the labels of what it makes in the end."""

    name: str
    start: int
    end: int
    outputs: tuple[str, ...]


@dataclass
class Expanded:
    """A construction without tools. inner: labels of what tools make on their way, which the file doesn't know."""

    document: Document
    uses: list[Use] = field(default_factory=list)
    inner: set[str] = field(default_factory=set)


def expanded(document: Document, tools: Mapping[str, Tool]) -> Expanded:
    """Raises ParseError where tools use each other without end."""
    result = Expanded(Document(document.title, [], dict(document.elements)))
    for step in document.steps:
        start = len(result.document.steps)
        for simple in _simple(step, tools, result, ()):
            result.document.steps.append(simple)
            if len(result.document.steps) > MOST_STEPS:
                raise ParseError(
                    f"the tools of the GeoGebra file make more than {MOST_STEPS:,} objects", None,
                    "leave only the figure of the problem in it",
                )  # fmt: skip
        if step.name in tools:
            result.uses.append(Use(step.name, start, len(result.document.steps), step.outputs))
    return result


def _simple(step: Step, tools: Mapping[str, Tool], result: Expanded, inside: tuple[str, ...]) -> Iterator[Step]:
    """The step itself, or the steps of the tool that it uses."""
    tool = tools.get(step.name)
    if tool is None:
        yield step
        return
    if tool.name in inside or len(inside) >= DEEPEST:
        raise ParseError(f"the tool {shown(tool.name)} of the GeoGebra file uses itself", None, "delete it")
    if len(step.inputs) != len(tool.inputs):
        raise ParseError(
            f"the tool {shown(tool.name)} is given {len(step.inputs)} objects, it takes {len(tool.inputs)}", None,
            "use it again in GeoGebra",
        )  # fmt: skip
    labels = dict(zip(tool.outputs, step.outputs, strict=False))
    for own, given in zip(tool.inputs, step.inputs, strict=True):
        if labels_in(given) == {given}:
            labels[own] = given
        else:
            labels[own] = _inner(own, tool, result)
            yield Step("", (given,), (labels[own],))
        if own in tool.outputs:  # an object that is handed on
            yield Step("", (labels[own],), (step.outputs[tool.outputs.index(own)],))
    steps, needed = _needed(tool)
    for made in steps:
        for own in made.outputs:
            if own in needed and own not in labels:
                labels[own] = _inner(own, tool, result)
        inputs = tuple(relabeled(text, labels) for text in made.inputs)
        renamed = Step(made.name, inputs, tuple(labels.get(own, "") for own in made.outputs))
        yield from _simple(renamed, tools, result, (*inside, tool.name))


def _needed(tool: Tool) -> tuple[list[Step], set[str]]:
    """The tool's steps without those that only decorate its figure, and the labels of what the others make and use."""
    needed = set(tool.outputs)
    steps = []
    for step in reversed(tool.document.steps):
        if needed & set(step.outputs) and not set(tool.inputs) & set(step.outputs):
            needed |= {label for text in step.inputs for label in labels_in(text)}
            steps.append(step)
    return steps[::-1], needed


def _inner(own: str, tool: Tool, result: Expanded) -> str:
    """A label that nothing else has, for what the tool calls `own`."""
    base = re.sub(r"[\W\d_]", "", own) or "x"
    label = f"{base}_{{tool{len(result.inner)}}}"
    while label in result.document.elements:
        label += "'"
    result.inner.add(label)
    element = tool.document.elements.get(own)
    if element is not None:
        # Its places are those of the figure in which the tool was made.
        values = {k: v for k, v in element.values.items() if k not in ("coords", "matrix")}
        result.document.elements[label] = Element(label, element.type, values)
    return label
