"""The reference page of the constructions, docs/constructions.md, written from their table."""

from __future__ import annotations

from solver.language.constructions import GROUPS

_HEAD = """# Constructions

Written by `porism constructions --out docs/constructions.md` from the table in `solver/language/constructions/`; change
that. `porism constructions NAME --out FOLDER` draws one.

A clause names new points, then where they are: `x = on_line x a b`. The new points may be left out after the equals
sign, or stand first. Several constructions of one point, separated by commas, put it on several lines and circles:
`x = on_line x a b, on_circle x o c`. Numbers are degrees or ratios: `30`, `30o`, `pi/6`, `2/3`, `1.5`. Angles are
directed, counterclockwise and modulo 180°; an `aconst a b c d k` turns from ab to cd.
"""


def reference_page() -> str:
    """Markdown: a table for each group."""
    parts = [_HEAD]
    for title, group in GROUPS.items():
        parts.append(f"## {title}\n\n| written | is | asserts |\n|---|---|---|\n")
        for c in group:
            asserts = "<br>".join(f"`{template}`" for template in c.asserts) or "–"
            parts.append(f"| `{c.syntax}` | {c.description} | {asserts} |\n")
        parts.append("\n")
    return "\n".join((parts[0], "".join(parts[1:]))).rstrip("\n") + "\n"
