"""What is asked of all the values that a question has: these themselves, their sum, or their product."""

from __future__ import annotations

from collections.abc import Sequence

from solver.answers.find import Answer
from solver.answers.recognize import from_sympy
from solver.language.problem import Over
from solver.statements.expression import written


def taken_over(answers: Sequence[Answer], over: Over) -> Answer:
    """One answer from those of all kinds of figures."""
    import sympy

    unlike = list(dict.fromkeys(answers))
    listed = " or ".join(a.shown for a in unlike)
    if over is Over.EACH or len(unlike) == 1:
        return Answer(", ".join(a.text for a in unlike), listed, unlike[0].decimal if len(unlike) == 1 else "")
    exact = [sympy.sympify(a.text) for a in unlike]
    total = sympy.sqrtdenest(sympy.radsimp(sympy.expand(sum(exact) if over is Over.SUM else sympy.prod(exact))))
    plain = from_sympy(total)
    unit = "°" if over is Over.SUM and all(a.shown.endswith("°") for a in unlike) else ""
    shown = f"{str(total) if plain is None else written(plain)}{unit}"
    return Answer(str(total), f"{shown}, {over.value.replace('all values of', listed.replace(' or ', ' and '))}")
