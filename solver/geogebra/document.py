"""The construction in `geogebra.xml`: what the file says of each object, and the steps that make them; and the tools in
`geogebra_macro.xml`, each a construction of its own.

Read with expat, event by event; no tree is built. A document type, and so every entity that isn't XML's own, is refused
where it begins; depth and number of tags are bounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from solver.errors import ParseError, Span
from solver.language.syntax import shown

#: Nesting of tags, number of them, and length of an attribute, beyond which a file is refused; GeoGebra's own nest 6 deep.
DEEPEST, MOST_TAGS, LONGEST_VALUE = 30, 60_000, 2_000

_SAVE = "save it again in GeoGebra, as .ggb"


@dataclass(frozen=True)
class Step:
    """What makes objects. inputs, outputs: of a command; an expression `label = exp` has one input and no name, a free
    object neither."""

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass
class Element:
    """What the file says of an object; values: its tags that matter, such as coords, with their attributes."""

    label: str
    type: str
    values: dict[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass
class Document:
    """steps: in order; elements: by label."""

    title: str = ""
    steps: list[Step] = field(default_factory=list)
    elements: dict[str, Element] = field(default_factory=dict)


@dataclass
class Tool:
    """A command that the user made: how it makes the objects labeled `outputs` out of those labeled `inputs`."""

    name: str
    document: Document = field(default_factory=Document)
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


def read_document(xml: bytes) -> Document:
    """Raises ParseError with what is wrong with the file."""
    reader = _Reader("geogebra")
    _parse(xml, reader)
    if not reader.has_construction:
        raise ParseError("the GeoGebra file has no construction in it", None, "give the .ggb file of a figure")
    return reader.document


def read_tools(xml: bytes) -> dict[str, Tool]:
    """By the names of their commands. Raises ParseError with what is wrong with the file."""
    if not xml:
        return {}
    reader = _Reader("geogebra", "macro")
    _parse(xml, reader)
    return {tool.name: tool for tool in reader.tools}


def _parse(xml: bytes, reader: _Reader) -> None:
    parser = ParserCreate("utf-8")  # whatever the file declares: this is what GeoGebra writes
    parser.SetParamEntityParsing(0)
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    parser.EntityDeclHandler = reader.refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(xml, True)
    except ExpatError as error:
        raise ParseError(
            f"the XML in the GeoGebra file is damaged: {str(error).split(':')[0]}",
            Span(error.lineno, error.offset + 1),
            _SAVE,
        ) from None


#: Tags within an element that are looked at.
_VALUES = frozenset(("coords", "value", "angleStyle", "caption", "matrix"))


class _Reader:
    """Turns expat's events into a document, or into tools. around: the tags in which a construction stands."""

    def __init__(self, *around: str) -> None:
        self.document = Document()
        self.tools: list[Tool] = []
        self.has_construction = False
        self._around = list(around)
        self._path: list[str] = []
        self._tags = 0
        self._element: Element | None = None
        self._command: tuple[str, list[str], list[str]] | None = None
        self._made: set[str] = set()
        self._steps: set[Step] = set()

    def refuse_doctype(self, *_: object) -> None:
        raise ParseError(
            "the XML in the GeoGebra file declares a document type or entities, which GeoGebra never writes",
            None,
            _SAVE,
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._tags += 1
        if self._tags > MOST_TAGS:
            raise ParseError(
                f"the XML in the GeoGebra file has more than {MOST_TAGS:,} tags", None,
                "leave only the figure of the problem in it",
            )  # fmt: skip
        if len(self._path) >= DEEPEST:
            raise ParseError(f"the XML in the GeoGebra file is nested more than {DEEPEST} deep", None, _SAVE)
        self._path.append(tag)
        depth = len(self._around)
        if self._path == ["geogebra", "macro"] == self._around:
            self._begin_tool(attributes)
        if self._path[:depth] != self._around:
            return
        match self._path[depth:]:
            case ["macroInput"] if self.tools:
                self.tools[-1].inputs += tuple(_numbered(attributes))
            case ["macroOutput"] if self.tools:
                self.tools[-1].outputs += tuple(_numbered(attributes))
            case ["construction"]:
                self.has_construction = True
                self.document.title = attributes.get("title", "")
            case ["construction", "element"]:
                self._element = Element(_short(attributes.get("label", "")), attributes.get("type", ""))
            case ["construction", "element", name] if name in _VALUES and self._element is not None:
                self._element.values[name] = attributes
            case ["construction", "command"]:
                self._command = (_short(attributes.get("name", "")), [], [])
            case ["construction", "command", "input"] if self._command is not None:
                self._command[1].extend(_numbered(attributes))
            case ["construction", "command", "output"] if self._command is not None:
                self._command[2].extend(_numbered(attributes))
            case ["construction", "expression"]:
                self._add(Step("", (_short(attributes.get("exp", "")),), (_short(attributes.get("label", "")),)))

    def _begin_tool(self, attributes: Mapping[str, str]) -> None:
        self.document, self._made, self._steps = Document(), set(), set()
        self.tools.append(Tool(_short(attributes.get("cmdName", "")), self.document))

    def end(self, tag: str) -> None:
        inside = self._path[len(self._around) :] if self._path[: len(self._around)] == self._around else []
        self._path.pop()
        if inside == ["construction", "element"] and self._element is not None:
            element, self._element = self._element, None
            if element.label and self.document.elements.get(element.label, element) != element:
                raise ParseError(f"{shown(element.label)} is defined twice in the GeoGebra file", None, _SAVE)
            if element.label and element.label not in self._made:
                self._add(Step("", (), (element.label,)))
            self.document.elements[element.label] = element
        elif inside == ["construction", "command"] and self._command is not None:
            (name, inputs, outputs), self._command = self._command, None
            self._add(Step(name, tuple(inputs), tuple(outputs)))

    def _add(self, step: Step) -> None:
        if step in self._steps:
            return  # the same thing said twice, as converters do, is said once
        self._steps.add(step)
        for label in step.outputs:
            if label and label in self._made:
                raise ParseError(f"{shown(label)} is defined twice in the GeoGebra file", None, _SAVE)
        self._made.update(step.outputs)
        self.document.steps.append(step)


def _numbered(attributes: Mapping[str, str]) -> list[str]:
    """The values of a0, a1, …"""
    keys = [key for key in attributes if key[:1] == "a" and key[1:].isascii() and key[1:].isdigit() and len(key) < 6]
    return [_short(attributes[key]) for key in sorted(keys, key=lambda key: int(key[1:]))]


def _short(value: str) -> str:
    if len(value) > LONGEST_VALUE:
        raise ParseError(
            f"{shown(value)} in the GeoGebra file has more than {LONGEST_VALUE:,} characters", None, "make it shorter"
        )
    return value
