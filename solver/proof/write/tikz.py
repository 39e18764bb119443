"""A scene as a TikZ picture, for LaTeX."""

from __future__ import annotations

from solver.diagram.scene import Scene
from solver.diagram.style import LINES, LineStyle
from solver.proof.write.mathematics import latex_formula

#: Points of TeX for a pixel.
SCALE = 0.6


def tikz(scene: Scene) -> str:
    """A tikzpicture; it needs the package tikz alone."""
    lines = [rf"\begin{{tikzpicture}}[x={SCALE}pt, y=-{SCALE}pt, line cap=round, line join=round]"]
    for role, line in LINES.items():
        style = _style(line)
        lines += [
            rf"  \draw[{style}] {_at(z)} circle[radius={SCALE * r:.2f}pt];"
            for (z, r), of in scene.circles
            if of is role
        ]
        lines += [rf"  \draw[{style}] {_at(a)} -- {_at(b)};" for (a, b), of in scene.segments if of is role]
    for mark, of in scene.marks:
        lines.append(rf"  \draw[{_color(LINES[of].mark)}, line width=0.5pt] {' -- '.join(map(_at, mark))};")
    lines += [rf"  \fill[{_color(LINES[of].dot)}] {_at(z)} circle[radius=1.4pt];" for _, z, of in scene.points]
    lines += [rf"  \node[inner sep=0pt] at {_at(z)} {{${latex_formula(name)}$}};" for name, z in scene.labels]
    return "\n".join((*lines, r"\end{tikzpicture}", ""))


def _at(z: complex) -> str:
    return f"({z.real:.2f}, {z.imag:.2f})"


def _style(line: LineStyle) -> str:
    dash = "".join(f" {word} {SCALE * d:.1f}pt" for word, d in zip(("on", "off"), line.dash, strict=False))
    return f"{_color(line.color)}, line width={0.55 * line.width:.2f}pt" + (
        f", dash pattern={dash.strip()}" if dash else ""
    )


def _color(code: str) -> str:
    red, green, blue = (int(code[i : i + 2], 16) for i in (1, 3, 5))
    return f"color={{rgb,255:red,{red};green,{green};blue,{blue}}}"
