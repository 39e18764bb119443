"""results.jsonl of a benchmark run: a line a problem, read with care, since a run may be killed while it writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from solver.proving import Status

Record = dict[str, Any]

RESULTS, DAMAGED = "results.jsonl", "results.damaged.jsonl"
#: A statement that can't be read, or has no figure; and a problem at which the program itself failed.
UNREAD, ERROR = "unread", "error"
#: What may come of a problem.
STATUSES = (*(status.value for status in Status), UNREAD, ERROR)
#: Those that say nothing of a theorem, but that something is to be mended.
NOT_RUN = (Status.INVALID.value, UNREAD, ERROR)

_TEXTS = ("name", "message")
_NUMBERS = (
    "seconds", "seconds_diagram", "seconds_closure", "seconds_search", "seconds_proof", "closures", "auxiliary",
    "proof_steps", "seed",
)  # fmt: skip


@dataclass(frozen=True)
class Results:
    """records: by name. damaged: lines that hold no whole record, by their numbers from 1."""

    records: dict[str, Record] = field(default_factory=dict)
    damaged: dict[int, bytes] = field(default_factory=dict)


def read_results(path: Path) -> Results:
    """Nothing where there is no such file. Raises OSError."""
    found = Results()
    if not path.exists():
        return found
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            found.damaged[number] = line
        else:
            found.records[record["name"]] = record
    return found


def line_of(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _record(line: bytes) -> Record | None:
    """The record in a line; None where it is none."""
    try:
        record = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError
        return None
    if not isinstance(record, dict):
        return None
    is_whole = (
        all(isinstance(record.get(key), str) for key in _TEXTS)
        and all(_is_amount(record.get(key)) for key in _NUMBERS)
        and isinstance(record.get("checked"), bool)
        and record.get("status") in STATUSES
        and _is_files(record.get("files", {}))
    )
    return record if is_whole else None


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")


def _is_files(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(path, str) for path in value.values())
