"""A proof as Markdown, for a notebook or a web page."""

from __future__ import annotations

from solver.proof.reading import Reading
from solver.proof.write.text import ANGLES


def markdown(reading: Reading) -> str:
    """Lines with numbers in parentheses, to which the reasons refer."""
    lines = [f"**{reading.name}.** {reading.task}", ""]
    if reading.given:
        lines += ["**Given**", "", *(f"({line.number}) {line.words}  " for line in reading.given)]
    if reading.constructed:
        lines += ["", "**Construct** " + "; ".join(reading.constructed) + ".", ""]
        lines += [f"({line.number}) {line.words}  " for line in reading.of_constructed]
    lines += ["", "**Proof**", ""]
    lines += [f"({line.number}) {line.words}  " for line in reading.steps]
    lines += ["", reading.conclusion]
    if reading.conditions:
        lines += ["", "*Seen in the figure:* " + "; ".join(reading.conditions) + "."]
    if reading.has_angles:
        lines += ["", f"*{ANGLES}*"]
    return "\n".join(lines) + "\n"
