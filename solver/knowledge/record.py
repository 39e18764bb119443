"""What the test found of each theorem of the library, kept beside it: theorems/tested.json.

The file belongs to the statements that it names by a checksum; a theorem that has changed since counts as untested.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from solver.content import content_folder
from solver.knowledge.examine import Examination
from solver.knowledge.theorem import Theorem
from solver.knowledge.write import claim_as_text


@dataclass(frozen=True)
class Record:
    """instances: verified to `digits` digits. special: in special figures. algebra: the outcome in words."""

    checksum: str
    instances: int
    special: int
    digits: int
    algebra: str
    never_needed: tuple[str, ...] = ()


def checksum(theorem: Theorem) -> str:
    """A checksum of the statement alone: names and notes may change."""
    said = theorem.statement
    words = [*said.points, "given", *map(claim_as_text, said.premises), "where"]
    words += [" ".join((c.kind, *c.points)) for c in said.conditions]
    words += ["then", *map(claim_as_text, said.conclusions)]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def record_of(examination: Examination) -> Record:
    algebra = examination.algebra.value if examination.algebra else ""
    needless = tuple(map(claim_as_text, examination.never_needed))
    return Record(
        checksum(examination.theorem), examination.instances, examination.special, examination.digits, algebra, needless
    )


def path_of_records() -> Path:
    return content_folder("theorems") / "tested.json"


def write_records(records: Iterable[tuple[str, Record]], path: Path) -> None:
    entries = {name: asdict(record) for name, record in records}
    lines = [f"{json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in entries.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def read_records() -> dict[str, Record]:
    """By id; empty where there is no file."""
    path = path_of_records()
    if not path.exists():
        return {}
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {name: Record(**{**entry, "never_needed": tuple(entry["never_needed"])}) for name, entry in raw.items()}
