"""GeoGebra files made for tests: a few tags each, or those that GeoGebra itself would save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from solver.geogebra.archive import packed
from solver.geogebra.read import read_geogebra
from solver.language.problem import Problem

FIGURES = Path(__file__).parent / "figures"


def saved(name: str) -> bytes:
    """One of the figures beside this file, as GeoGebra 6 saves it, with the tools of its user if it has any."""
    tools = FIGURES / f"{name}.macro.xml"
    return packed(
        (FIGURES / f"{name}.xml").read_text(encoding="utf-8"),
        tools.read_text(encoding="utf-8") if tools.exists() else "",
    )


def construction(*tags: str) -> str:
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<geogebra format="5.0">\n<construction title="" author="" date="">\n'
    )
    return head + "\n".join(tags) + "\n</construction>\n</geogebra>\n"


def tools(*tags: str) -> str:
    """What geogebra_macro.xml holds."""
    return '<?xml version="1.0" encoding="utf-8"?>\n<geogebra format="5.0">\n' + "\n".join(tags) + "\n</geogebra>\n"


def tool(name: str, inputs: str, outputs: str, *tags: str) -> str:
    """A tool; labels of what it is given and makes, with blanks between them."""
    given = f"<macroInput {_numbered(inputs.split())}/><macroOutput {_numbered(outputs.split())}/>"
    inside = '<construction title="" author="" date="">\n' + "\n".join(tags) + "\n</construction>"
    return f"<macro cmdName={quoteattr(name)}>{given}{inside}</macro>"


def point(label: str, x: float, y: float) -> str:
    return element("point", label, f'<coords x="{x}" y="{y}" z="1"/>')


def element(kind: str, label: str, inside: str = "") -> str:
    return f"<element type={quoteattr(kind)} label={quoteattr(label)}>{inside}</element>"


def command(text: str, *outputs: str) -> str:
    """`Line A B`, its arguments separated by blanks, and the labels of what it makes."""
    name, *inputs = text.split(" ")
    return f"<command name={quoteattr(name)}><input {_numbered(inputs)}/><output {_numbered(outputs)}/></command>"


def boolean(label: str, text: str) -> str:
    return f"<expression label={quoteattr(label)} exp={quoteattr(text)}/>" + element("boolean", label)


def _numbered(values: Sequence[str]) -> str:
    return " ".join(f"a{i}={quoteattr(value)}" for i, value in enumerate(values))


#: A scalene triangle.
TRIANGLE = (point("A", 0, 4), point("B", -1, 0), point("C", 3, 0))


def read(*tags: str, goal: str | None = None, by: str = "") -> Problem:
    """by: tools that the figure uses."""
    return read_geogebra(packed(construction(*tags), by), "figure", goal)


def premises(tags: Iterable[str], goal: str | None = None) -> list[str]:
    """What is asserted of a triangle and these."""
    return [str(s) for s in read(*TRIANGLE, *tags, goal=goal).premises]
