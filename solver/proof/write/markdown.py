"""A proof as Markdown, for a notebook or a web page."""

from __future__ import annotations

from solver.proof.reading import Reading


def markdown(reading: Reading) -> str:
    """Lines with numbers in parentheses, to which the reasons refer."""
    phrases = reading.phrases
    if reading.goes_on:
        lines = [f"**{reading.task}**", ""]
    else:
        said = phrases.semicolon.join(reading.understood)
        lines = [
            *(f"**{reading.title}.** {reading.stated or reading.task}", ""),
            *(f"*{phrases.understood_title}{phrases.colon.strip()}* {said}{phrases.stop}", ""),
            *((reading.task, "") if reading.stated else ()),
        ]
    if reading.where:
        lines += [f"*{reading.where}*", ""]
    if reading.given:
        lines += [f"**{phrases.given_title}**", "", *(f"({line.number}) {line.words}  " for line in reading.given)]
    if reading.constructed:
        lines += ["", f"**{phrases.construct_title}**", ""]
        lines += [f"({line.number}) {line.words}  " for line in reading.constructed]
    lines += ["", f"**{phrases.proof_title}**", ""]
    for line in reading.steps:
        if line.heading is not None:
            lines += ["", *([f"*{line.heading}*", ""] if line.heading else [])]
        lines.append(f"({line.number}) {line.words}  ")
    lines += ["", reading.conclusion]
    for title, some in ((phrases.conditions_title, reading.brief), (phrases.theorems_title, reading.theorems)):
        if some:
            lines += ["", f"*{title}{phrases.colon.strip()}* {phrases.semicolon.join(some)}{phrases.stop}"]
    if reading.about_angles:
        lines += ["", f"*{reading.about_angles}*"]
    return "\n".join(lines) + "\n"
