"""Entries for the tests of the store, made up so that they take no time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from solver.records.likeness import SIZE, Vector
from solver.search.placement import Locus
from solver.store.entry import Entry, Kind

WORDS = ("midpoint", "orthocenter", "tangent", "concyclic", "bisector", "parallel")
CHINESE = ("中点", "垂心", "切线", "共圆", "平分线", "平行")


def vector(seed: int) -> Vector:
    """Twenty of them are near each other, as figures of one kind are."""
    middle, around = (np.random.default_rng(s).normal(size=SIZE) for s in (10**6 + seed // 20, seed))
    found = middle + 0.5 * around
    return np.asarray(found / np.linalg.norm(found), dtype=np.float32)


def entry(number: int, kind: Kind = Kind.GENERATED) -> Entry:
    """Theorem number so-and-so: all of its columns differ from those of most others."""
    said = [i for i in range(len(WORDS)) if number % (i + 2) == 0]
    return Entry(
        kind, f"theorem-{number}", f"a b c = triangle a b c ? coll a b c # {number}", f"suite{number % 3}",
        f"Title {number}", "somewhere", 1900 + number % 100, ("circle",) if number % 2 else (),
        " ".join(WORDS[i] for i in said), "、".join(CHINESE[i] for i in said), ("coll", "perp")[number % 2], 4 + number % 7,
        number % 2, number % 3, "", number % 11, ("ceva",) if number % 5 == 0 else (), float(number % 13),
        constructions=(((Locus(0, (0, 1)), Locus(6, (2, 1))),),), form=f"{number:032x}", vector=vector(number),
    )  # fmt: skip


def unknown(number: int) -> Entry:
    """The same where nothing has been found out."""
    return replace(
        entry(number), auxiliary=None, proof_length=None, theorems=None, difficulty=None, constructions=(), vector=None
    )
