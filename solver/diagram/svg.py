"""A scene as a standalone SVG document."""

from __future__ import annotations

from html import escape

from solver.diagram.scene import Scene
from solver.diagram.style import FONT_SIZE, INK, LINES, POINT, dashes


def to_svg(scene: Scene) -> str:
    """White paper, so that it can be read on any page."""
    width, height = f"{scene.width:.0f}", f"{scene.height:.0f}"
    head = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
    paper = '<rect width="100%" height="100%" fill="white"/>'
    return "\n".join((f'<svg xmlns="http://www.w3.org/2000/svg" {head}>', paper, contents(scene), "</svg>", ""))


def contents(scene: Scene) -> str:
    """What stands within the SVG's element; the goal is drawn over the rest."""
    parts = []
    for role in LINES:
        line = LINES[role]
        style = f'fill="none" stroke="{line.color}" stroke-width="{line.width:g}"{dashes(line)}'
        parts += [
            f'<circle cx="{z.real:.2f}" cy="{z.imag:.2f}" r="{r:.2f}" {style}/>'
            for (z, r), of in scene.circles
            if of is role
        ]
        parts += [
            f'<line x1="{a.real:.2f}" y1="{a.imag:.2f}" x2="{b.real:.2f}" y2="{b.imag:.2f}" {style}/>'
            for (a, b), of in scene.segments
            if of is role
        ]
    for mark, of in scene.marks:
        corners = " ".join(f"{z.real:.2f},{z.imag:.2f}" for z in mark)
        line = LINES[of]
        parts.append(f'<polyline points="{corners}" fill="none" stroke="{line.mark}" stroke-width="1.2"/>')
    parts += [
        f'<circle cx="{z.real:.2f}" cy="{z.imag:.2f}" r="{POINT:g}" fill="{LINES[of].dot}"/>'
        for _, z, of in scene.points
    ]
    parts += [
        f'<text x="{z.real:.2f}" y="{z.imag:.2f}" text-anchor="middle" dominant-baseline="central" '
        f'font-family="serif" font-style="italic" font-size="{FONT_SIZE:g}" fill="{INK}">{escape(name)}</text>'
        for name, z in scene.labels
    ]
    return "\n".join(parts)
