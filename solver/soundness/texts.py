"""Changing a statement's text as a hurried author might: a hypothesis left out, a name for another, a relation for another."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from solver.language.constructions import CONSTRUCTIONS, with_angle_reversed
from solver.language.orientation import Senses
from solver.language.plain import is_plain_language
from solver.language.plain_write import goal_sentence
from solver.statements.predicates import Statement

#: Words that can take each other's place.
_ALIKE: tuple[tuple[str, ...], ...] = (
    ("perpendicular to", "parallel to"),
    ("⟂", "∥"),
    ("circumcenter", "incenter", "orthocenter", "centroid"),
    ("altitudes", "medians", "bisectors"),
    ("altitude", "median", "bisector"),
    ("midpoint of", "on segment"),
    ("concyclic", "collinear"),
    ("internal", "external"),
    (" para ", " perp ", " cong "),
    (" eqangle ", " eqratio "),
    (" simtri ", " simtrir "),
    ("on_pline", "on_tline"),
    ("on_circle", "eqdistance"),
)  # fmt: skip
_PLAIN_POINT = re.compile(r"(?<![A-Za-z])[A-Z](?:_?\d+)?'*(?![A-Za-z])")


def parts_of(text: str) -> tuple[list[str], str]:
    """A statement in parts that can be left out one by one, and what joins them. The last part is, or has, the goal."""
    if is_plain_language(text):
        parts = [p for p in re.split(r"[\n;]+|(?<=[a-z\w])\.\s+", text) if p.strip()]
        return parts, "\n"
    given, goal = text.split("?", maxsplit=1)
    return [*(p for p in given.split(";") if p.strip()), f"? {goal.strip()}"], "; "


def joined(parts: Sequence[str], joint: str) -> str:
    """The statement of the parts."""
    return joint.join(parts).replace("; ?", " ?")


def with_goal(text: str, goal: Statement, senses: Senses | None = None) -> str:
    """The statement with another goal."""
    parts, joint = parts_of(text)
    said = goal_sentence(goal, senses) if is_plain_language(text) else f"? {with_angle_reversed(goal)}"
    return joined([*parts[:-1], said], joint)


def changed(text: str, rng: np.random.Generator) -> str:
    """The text with one thing changed; it may mean nothing, or the same."""
    kind = int(rng.integers(4))
    if kind == 0:
        return _with_less(text, rng)
    if kind == 1:
        return _with_another_word(text, rng)
    return _with_another_name(text, rng)


def _with_less(text: str, rng: np.random.Generator) -> str:
    parts, joint = parts_of(text)
    if is_plain_language(text):
        if len(parts) > 1:
            del parts[int(rng.integers(len(parts) - 1))]
        return joined(parts, joint)
    double = [i for i, p in enumerate(parts[:-1]) if "," in p]
    if double:
        i = double[int(rng.integers(len(double)))]
        new, calls = parts[i].split("=")
        some = calls.split(",")
        del some[int(rng.integers(len(some)))]
        parts[i] = f"{new}= {','.join(some).strip()}"
    return joined(parts, joint)


def _with_another_word(text: str, rng: np.random.Generator) -> str:
    places = [(word, alike) for alike in _ALIKE for word in alike if word in text]
    if not is_plain_language(text):
        places += [
            (f" {c} ", tuple(f" {d} " for d in _like(c))) for c in CONSTRUCTIONS if f" {c} " in text and _like(c)
        ]
    if not places:
        return text
    word, alike = places[int(rng.integers(len(places)))]
    starts = [m.start() for m in re.finditer(re.escape(word), text)]
    start = starts[int(rng.integers(len(starts)))]
    others = [w for w in alike if w != word]
    return text[:start] + others[int(rng.integers(len(others)))] + text[start + len(word) :]


def _like(name: str) -> list[str]:
    """Constructions that take as much and make as much."""
    c = CONSTRUCTIONS[name]
    shape = len(c.new), len(c.arguments), len(c.constants)
    return [
        d.name
        for d in CONSTRUCTIONS.values()
        if d.name != name and (len(d.new), len(d.arguments), len(d.constants)) == shape
    ]


def _with_another_name(text: str, rng: np.random.Generator) -> str:
    point = _PLAIN_POINT if is_plain_language(text) else re.compile(r"(?<=[ ,])[a-z](?=[ ,;]|$)")
    found = list(point.finditer(text))
    names = sorted({m[0] for m in found})
    if len(names) < 2:
        return text
    place = found[int(rng.integers(len(found)))]
    others = [n for n in names if n != place[0]]
    return text[: place.start()] + others[int(rng.integers(len(others)))] + text[place.end() :]
