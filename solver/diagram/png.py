"""A scene as a PNG, by matplotlib."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from solver.diagram.scene import Scene
from solver.diagram.style import INK, LINES
from solver.errors import PorismError


def save_png(scene: Scene, path: Path) -> None:
    """Raises PorismError where matplotlib isn't installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise PorismError("PNG needs matplotlib", None, 'pip install "porism[figures]", or write an .svg') from None
    figure = Figure(figsize=(scene.width / 80, scene.height / 80), dpi=160)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    axes.set_axis_off()
    for role, line in LINES.items():
        style: Any = {"color": line.color, "linewidth": line.width, "dashes": line.dash or (None, None)}
        for (z, r), of in scene.circles:
            if of is role:
                t = np.linspace(0, 2 * np.pi, 200)
                axes.plot(z.real + r * np.cos(t), z.imag + r * np.sin(t), **style)
        for (a, b), of in scene.segments:
            if of is role:
                axes.plot([a.real, b.real], [a.imag, b.imag], **style)
    for mark, of in scene.marks:
        axes.plot([z.real for z in mark], [z.imag for z in mark], color=LINES[of].mark, linewidth=1)
    for _, z, of in scene.points:
        axes.plot([z.real], [z.imag], "o", color=LINES[of].dot, markersize=4)
    for name, z in scene.labels:
        axes.text(
            z.real, z.imag, name, style="italic", family="serif", ha="center", va="center", fontsize=11, color=INK
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
