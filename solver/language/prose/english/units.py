"""Units, which say nothing of a figure: `5 cm`, `30 cm²`, `find the area in square units`, `the measure, in degrees, of ∠ABC`."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.tokens import Kind, Token

#: Of lengths; of areas with `square` before or a square after.
UNITS = frozenset(
    ["cm", "mm", "dm", "km", "unit", "units", "inch", "inches", "feet"]
    + [f"{part}met{end}" for part in ("", "centi", "milli", "deci", "kilo") for end in ("er", "ers", "re", "res")]
)
#: Units by another name of theirs.
_ONE = {
    **{f"{part}met{end}": f"{short}m" for part, short in (("", ""), ("centi", "c"), ("milli", "m"), ("deci", "d"), ("kilo", "k"))
       for end in ("er", "ers", "re", "res")},
    "inches": "inch",
}  # fmt: skip
#: What a unit may stand after, besides a number: `in cm`, `in square centimeters`.
_BEFORE = frozenset(["in", "square", "sq"])
_DEGREES = frozenset(["degree", "degrees"])
#: Before the unit of an area.
_OF_AREAS = frozenset(["square", "sq"])


def without_units(tokens: Sequence[Token]) -> list[Token]:
    """Without units after a number, and without `in degrees`, `(in cm)`, `in square units`; degrees after a number stay."""
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        if found and (found[-1].kind is Kind.NUMBER or found[-1].text == ")") and (end := _end_of_unit(tokens, i)) > i:
            i = end
        elif (end := _end_of_manner(tokens, i)) > i:
            if found and found[-1].text == ",":  # the measure, in degrees, of ∠ABC
                found.pop()
                end += [t.text for t in tokens[end : end + 1]] == [","]
            i = end
        else:
            found.append(tokens[i])
            i += 1
    return found


def differing_units(tokens: Sequence[Token]) -> Sequence[Token]:
    """Of two units of length that differ where each was said first: `3 cm`, `2 mm`; nothing where there is one at most."""
    said: dict[str, Token] = {}
    for number, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        if number.kind is Kind.NUMBER or number.text in _BEFORE:
            text = token.text
            if after is not None and _is_spelled([token, after], 0):
                text += after.text
            if text == "m" or (text in UNITS - {"unit", "units"} and (token.kind is Kind.WORD or text != token.text)):
                said.setdefault(_ONE.get(text, text), token)
    is_metric = any(unit != "m" for unit in said)  # 5m, where nothing else is said of units, may be five times m
    return list(said.values())[:2] if is_metric and len(said) > 1 else ()


def _end_of_manner(tokens: Sequence[Token], i: int) -> int:
    """The end of `in degrees`, `in terms of degree`, `(in cm)`, `in cm²`; i where none begins."""
    is_bracketed = tokens[i].text == "("
    j = i + 1 if is_bracketed else i
    if [t.text for t in tokens[j : j + 1]] != ["in"]:
        return i
    j += 3 if [t.text for t in tokens[j + 1 : j + 3]] == ["terms", "of"] else 1
    if j < len(tokens) and tokens[j].kind is Kind.WORD and tokens[j].text in _DEGREES:
        end = j + 1
    else:
        end = _end_of_unit(tokens, j)
    if end == j or (is_bracketed and [t.text for t in tokens[end : end + 1]] != [")"]):
        return i
    return end + 1 if is_bracketed else end


def _end_of_unit(tokens: Sequence[Token], i: int) -> int:
    """The end of `cm`, `cm²`, `square centimeters`; i where no unit begins."""
    j = i + 1 if i + 1 < len(tokens) and tokens[i].text in _OF_AREAS else i
    if j >= len(tokens):
        return i
    if tokens[j].kind is Kind.WORD and tokens[j].text in UNITS:
        end = j + 1
    elif _is_spelled(tokens, j):
        end = j + 2
    else:
        return i
    if [t.text for t in tokens[end : end + 2]] == ["^", "2"]:
        return end + 2
    return end + 1 if [t.text for t in tokens[end : end + 1]] == ["squared"] else end


def _is_spelled(tokens: Sequence[Token], i: int) -> bool:
    r"""Whether two letters of a formula are a unit: `\text{cm}`."""
    pair = tokens[i : i + 2]
    return (
        len(pair) == 2
        and all(t.kind is Kind.NAME for t in pair)
        and pair[0].end == pair[1].start
        and pair[0].text + pair[1].text in UNITS
    )
