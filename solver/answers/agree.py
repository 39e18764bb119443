"""Does an answer agree with a key, written in LaTeX or plain?"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Any

from solver.answers.latex import in_sympy

#: Values of the names at which two expressions are compared, and how near they must come.
TRIALS, NEAR = 4, 1e-20

_ANGLE = re.compile(r"\^\s*\{?\s*\\circ\s*\}?|°|\\text\{[^}]*\}|\bdegrees?\b")
_FUNCTIONS = frozenset(["sqrt", "sin", "cos", "tan", "cot", "acos", "pi", "CRootOf", "Rational"])


def agrees(answer: str, key: str) -> bool | None:
    """Whether an answer, as sympy reads it, is that of a key; None where the key can't be read.

    Several values, with commas between them, agree where each has one of the other.
    """
    keys = re.split(r",|\band\b|\bor\b|\\text\s*\{\s*(?:and|or)\s*\}", key)
    answers = re.split(r", (?![^(]*\))", answer)  # none within CRootOf(x**2 - 2, 1)
    if len(answers) > 1 or len(keys) > 1:
        said = [[agrees(one, other) for other in keys if other.strip()] for one in answers]
        if any(None in row for row in said):
            return None
        return len(said) == len(said[0]) and all(map(any, said)) and all(map(any, zip(*said, strict=True)))
    found = _parsed(answer) if answer else None
    read = as_sympy(key, () if found is None else sorted(map(str, found.free_symbols)))
    if read is None:
        return None
    return found is not None and _is_same(found, read)


def as_sympy(key: str, names: Sequence[str] = ()) -> Any | None:
    """The key's expression; None where it is none. names: those of the answer."""
    text = _ANGLE.sub("", key).strip().strip("$.").strip()
    if "=" in text:
        text = text.rpartition("=")[2]
    said = in_sympy(text, names)
    return None if said is None else _parsed(said)


def _parsed(text: str) -> Any | None:
    import sympy

    names = {n: sympy.Symbol(n, positive=True) for n in re.findall(r"[^\W\d]\w*'*", text) if n not in _FUNCTIONS}
    try:
        return sympy.sympify(text, locals=names)
    except (sympy.SympifyError, SyntaxError, TypeError, ValueError, AttributeError):
        return None


def _is_same(found: Any, key: Any) -> bool:
    """Whether two expressions have the same values, whatever their names stand for."""
    import sympy

    names = sorted(found.free_symbols | key.free_symbols, key=str)
    rng = random.Random(0)
    for _ in range(TRIALS if names else 1):
        at = {n: sympy.Rational(rng.randint(50, 150), 100) for n in names}
        mine, other = (sympy.N(e.subs(at), 40) for e in (found, key))
        if not (mine.is_number and other.is_number) or abs(mine - other) > NEAR * (1 + abs(other)):
            return False
    return True
