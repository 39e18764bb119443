"""Records as rows of a table: what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from solver.records.described import Described
from solver.records.likeness import bytes_of, vector_of_bytes
from solver.records.record import Record
from solver.runtime.optional import needed
from solver.search.placement import Locus, Placement


@cache
def schema() -> Any:
    """For pyarrow; docs/data.md says what each column is."""
    pa = needed("pyarrow")
    locus = pa.struct([("kind", pa.int8()), ("parents", pa.list_(pa.int16()))])
    placement = pa.struct([("first", locus), ("second", locus), ("place", pa.list_(pa.float64()))])
    return pa.schema(
        [
            ("statement", pa.string()),
            ("canonical", pa.string()),
            ("known_form", pa.string()),
            ("points", pa.int16()),
            ("goal", pa.string()),
            ("auxiliary", pa.list_(pa.string())),
            ("xy", pa.list_(pa.list_(pa.float64()))),
            ("placements", pa.list_(placement)),
            ("alternatives", pa.list_(placement)),
            ("proof_length", pa.int32()),
            ("difficulty", pa.float64()),
            ("seed", pa.int64()),
            ("origin", pa.string()),
            ("form", pa.string()),
            ("vector", pa.binary()),
        ]
    )


def row_of(d: Described) -> dict[str, Any]:
    r = d.record
    return {
        "statement": r.statement, "canonical": d.canonical, "known_form": d.known, "points": d.points, "goal": d.goal,
        "auxiliary": list(d.auxiliary), "xy": np.asarray(r.xy).reshape(len(r.xy), -1).tolist(),
        "placements": [_placement(p) for p in r.added], "alternatives": [_placement(p) for p in r.alternatives],
        "proof_length": r.proof_length, "difficulty": r.difficulty, "seed": r.seed, "origin": r.origin,
        "form": d.form, "vector": None if d.vector is None else bytes_of(d.vector),
    }  # fmt: skip


def described(row: Mapping[str, Any]) -> Described:
    xy = np.array(row["xy"], dtype=np.float64).reshape(len(row["xy"]), -1, 2)
    added, alternatives = (tuple(map(_read_placement, row[name])) for name in ("placements", "alternatives"))
    record = Record(
        row["statement"], xy, added, alternatives, row["proof_length"], row["difficulty"], row["seed"], row["origin"]
    )
    forms = row["canonical"], row["known_form"]
    likeness = row.get("form") or "", None if (data := row.get("vector")) is None else vector_of_bytes(data)
    return Described(record, *forms, row["points"], row["goal"], tuple(row["auxiliary"]), *likeness)


def _placement(p: Placement) -> dict[str, Any]:
    first, second = ({"kind": locus.kind, "parents": list(locus.parents)} for locus in (p.first, p.second))
    return {"first": first, "second": second, "place": list(p.place)}


def _read_placement(value: Mapping[str, Any]) -> Placement:
    return Placement(_read_locus(value["first"]), _read_locus(value["second"]), tuple(value["place"]))


def _read_locus(value: Mapping[str, Any]) -> Locus:
    return Locus(value["kind"], tuple(value["parents"]))
