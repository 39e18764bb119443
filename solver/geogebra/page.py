"""The XML of a construction, as GeoGebra writes it, object by object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

_HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<geogebra format="5.0" version="5.0.570.0" app="geometry" platform="w" xsi:noNamespaceSchemaLocation="http://www.geogebra.org/apps/xsd/ggb.xsd" xmlns="" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<euclidianView>
\t<viewNumber viewNo="1"/>
\t<size width="800" height="600"/>
\t<coordSystem xZero="400" yZero="300" scale="60" yscale="60"/>
\t<evSettings axes="false" grid="false" gridIsBold="false" pointCapturing="3" rightAngleStyle="1" checkboxSize="26" gridType="3"/>
\t<bgColor r="255" g="255" b="255"/>
</euclidianView>
<kernel>
\t<continuous val="false"/>
\t<usePathAndRegionParameters val="true"/>
\t<decimals val="2"/>
\t<angleUnit val="degree"/>
\t<algebraStyle val="2" spreadsheet="0"/>
\t<coordStyle val="0"/>
</kernel>
"""
_TAIL = "</construction>\n</geogebra>\n"


@dataclass(frozen=True)
class Style:
    """color: red, green, blue, 0 to 255; thickness: of lines."""

    color: tuple[int, int, int]
    thickness: int = 3


@dataclass
class Page:
    """A construction that grows: commands first, then what the file says of what they make."""

    title: str
    _parts: list[str] = field(default_factory=list)

    def xml(self) -> str:
        head = f'<construction title={quoteattr(self.title)} author="" date="">\n'
        return "".join((_HEAD, head, *self._parts, _TAIL))

    def command(self, name: str, inputs: Sequence[str], outputs: Sequence[str]) -> None:
        self._parts.append(
            f'<command name="{name}">\n\t<input {_numbered(inputs)}/>\n\t<output {_numbered(outputs)}/>\n</command>\n'
        )

    def expression(self, label: str, text: str, kind: str, value: str) -> None:
        """A dependent boolean, number or angle; value: its tag."""
        self._parts.append(f"<expression label={quoteattr(label)} exp={quoteattr(text)}/>\n")
        self._element(kind, label, '<show object="false" label="true"/>', value)

    def point(self, label: str, place: complex, style: Style, is_fixed: bool) -> None:
        self._element(
            "point", label, '<show object="true" label="true"/>', _color(style), '<layer val="0"/>', '<labelMode val="0"/>',
            '<fixed val="true"/>' if is_fixed else "", f'<coords x="{place.real!r}" y="{place.imag!r}" z="1"/>',
            '<pointSize val="4"/>', '<pointStyle val="0"/>',
        )  # fmt: skip

    def object(self, kind: str, label: str, style: Style) -> None:
        """A line, segment or conic, whose place GeoGebra computes."""
        self._element(
            kind, label, '<show object="true" label="false"/>', _color(style), '<layer val="0"/>', '<labelMode val="0"/>',
            f'<lineStyle thickness="{style.thickness}" type="0" typeHidden="1" opacity="178"/>',
        )  # fmt: skip

    def text(self, label: str, words: str) -> None:
        quoted = quoteattr('"' + words + '"')
        self._parts.append(f"<expression label={quoteattr(label)} exp={quoted}/>\n")
        self._element(
            "text", label, '<show object="true" label="false"/>', '<objColor r="90" g="90" b="90" alpha="0"/>',
            '<startPoint x="-6" y="-4.7" z="1"/>',
        )  # fmt: skip

    def _element(self, kind: str, label: str, *tags: str) -> None:
        inside = "".join(f"\t{tag}\n" for tag in tags if tag)
        self._parts.append(f'<element type="{kind}" label={quoteattr(label)}>\n{inside}</element>\n')


def _numbered(values: Sequence[str]) -> str:
    return " ".join(f"a{i}={quoteattr(value)}" for i, value in enumerate(values))


def _color(style: Style) -> str:
    r, g, b = style.color
    return f'<objColor r="{r}" g="{g}" b="{b}" alpha="0"/>'
