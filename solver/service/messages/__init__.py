"""What porism says of statements, figures and calls, in other languages than English.

The English of a message is where it is said; here it stands again with what it is in Chinese, with {} for what is filled in,
{0} and {1} where the order differs, {points} for points in a list and {shape} for the corners of one thing. What has no row
is said in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from solver.proof.phrases.chinese import CHINESE
from solver.proof.phrases.english import ENGLISH
from solver.service.messages import outcomes, quantities, remarks, statements
from solver.statements.conditions import CONDITIONS

_TABLES = (
    statements.TEXTS, statements.FIGURES, quantities.ROWS,
    remarks.NOTES, remarks.REFUSALS, remarks.CONVERSIONS, remarks.RUNS,
    outcomes.FIGURES, outcomes.VERDICTS, outcomes.CONDITIONS, outcomes.CALLS, outcomes.GEOGEBRA,
)  # fmt: skip


def in_chinese() -> Mapping[str, str]:
    """By the English: the messages, what a statement says, and facts, these two from the phrases of proofs."""
    said = {_with_slots(pattern): phrase for pattern, phrase in CHINESE.facts.items()}
    facts = {
        ENGLISH.statements[name]: phrase for name, phrase in CHINESE.statements.items() if name in ENGLISH.statements
    }
    return {**said, **facts, **_conditions(), **dict(chain.from_iterable(table.items() for table in _TABLES))}


def _conditions() -> Mapping[str, str]:
    """By the sentences of the plain language, what conditions are in proofs."""
    kinds = {kind.sentence: CHINESE.lies[name] for name, kind in CONDITIONS.items() if name in CHINESE.lies}
    return {_one_shape(sentence): _one_shape(phrase) for sentence, phrase in kinds.items()}


def _one_shape(template: str) -> str:
    return template.replace("{rest}", "{shape}").replace("{all}", "{shape}")


def _with_slots(pattern: str) -> str:
    """`x midpoint of a b`, as the plain language writes it, with {x}, {a} and {b}."""
    return " ".join(f"{{{word}}}" if len(word) == 1 else word for word in pattern.split())
