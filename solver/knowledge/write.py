"""Theorems back to text: what `solver.knowledge.language` reads gives the same theorem again."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from solver.knowledge.theorem import Theorem
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import Claim, Statement


def theorem_as_text(theorem: Theorem) -> str:
    """The entry as it stands in a file."""
    said = theorem.statement
    names = " ".join(f'"{name}"' for name in (theorem.name, theorem.chinese) if name)
    lines = [f"{theorem.kind.value} {theorem.id} {names}", f"  points {' '.join(said.points)}"]
    if said.premises:
        lines.append(f"  given  {', '.join(map(claim_as_text, said.premises))}")
    if said.conditions:
        lines.append(f"  where  {', '.join(' '.join((c.kind, *c.points)) for c in said.conditions)}")
    lines.append(f"  then   {', '.join(map(claim_as_text, said.conclusions))}")
    texts = {"source": theorem.source, "note": theorem.note, "example": theorem.example}
    texts |= {"gain": theorem.gain, "covered": theorem.covered, "level": theorem.level}
    lines += [f'  {field:<6} "{text}"' for field, text in texts.items() if text]
    return "\n".join(lines) + "\n"


def claim_as_text(claim: Claim) -> str:
    """A predicate's words, or a formula."""
    if isinstance(claim, Statement):
        return _statement(claim)
    return _products(claim) if claim.theory is Theory.LOG else _sums(claim)


def _statement(s: Statement) -> str:
    """`cong`, `rconst` and `eqratio` as the formulas that they are."""
    name, p = s.predicate.name, s.points
    if name == "cong":
        return f"{_length(p[0:2])} = {_length(p[2:4])}"
    if name == "rconst":
        return f"{_length(p[0:2])} = {s.constants[0]}*{_length(p[2:4])}"
    if name == "eqratio":
        return f"{_length(p[0:2])}*{_length(p[6:8])} = {_length(p[2:4])}*{_length(p[4:6])}"
    return str(s)


def _length(q: Sequence[str]) -> str:
    return f"|{' '.join(q)}|"


def _quantity(q: Quantity, theory: Theory) -> str:
    if len(q) == 3:
        return f"sin({' '.join(q)})"
    if theory is Theory.DIRECTION:
        return f"d({' '.join(q)})"
    return _length(q) + ("^2" if theory is Theory.SQUARE else "")


def _products(e: Equation) -> str:
    sides: tuple[list[str], list[str]] = ([], [])
    for base, c in e.constants:
        sides[c < 0].append(str(base) if abs(c) == 1 else f"{base}^{abs(c)}")
    numbers = [[Fraction(n) for n in side if n.isdigit()] for side in sides]
    words: tuple[list[str], list[str]] = ([], [])
    for k, side in enumerate(sides):
        words[k].extend(n for n in side if not n.isdigit())
        if numbers[k]:
            words[k].insert(0, str(prod(numbers[k], start=Fraction(1))))
    for q, c in e.terms:
        name = _quantity(q, Theory.LOG)
        words[c < 0].append(name if abs(c) == 1 else f"{name}^{abs(c)}")
    return " = ".join("*".join(side) or "1" for side in words)


def _sums(e: Equation) -> str:
    sides: tuple[list[str], list[str]] = ([], [])
    for q, c in e.terms:
        name = _quantity(q, e.theory)
        sides[c < 0].append(name if abs(c) == 1 else f"{abs(c)}*{name}")
    for _, c in e.constants:
        sides[c < 0].append(str(abs(c) * 180))
    return " = ".join(" + ".join(side) or "0" for side in sides)
