"""`problems/known.jsonl` as it is written: what is known of the problems that come with porism."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from solver import collection
from solver.content import content_folder
from solver.language.read import parse_statement
from solver.runtime.files import write_whole
from solver.store.entry import Entry
from solver.store.figures import entry_of_figure, figure_of
from solver.store.load import solved_entry
from solver.store.shipped import KNOWN, known_row, plain_entry, read_known, with_known


@dataclass
class Recorded:
    """rows: the lines of the file, by the problem's name."""

    path: Path
    rows: dict[str, dict[str, Any]]

    @staticmethod
    def here() -> Recorded:
        """That of this porism."""
        path = content_folder("problems") / KNOWN
        return Recorded(path, read_known(path))

    @property
    def solved(self) -> int:
        return sum(row["auxiliary"] is not None for row in self.rows.values())

    def waiting(self, *, is_to_be_solved: bool) -> list[Entry]:
        """The problems of which the file lacks the figure; and those without a proof, where they are to be solved."""
        found = [with_known(e, self.rows.get(e.name)) for e in map(plain_entry, collection.entries())]
        return [e for e in found if e.vector is None or (is_to_be_solved and e.proof_length is None)]

    def found_out(self, entry: Entry, seconds: float, seed: int, *, is_to_be_solved: bool) -> Entry:
        """The entry with its figure, and with its proof where it is found. Raises PorismError where there is no figure.

        Of a statement with several goals the first one counts.
        """
        problem = parse_statement(entry.statement, entry.name).parts()[0]
        learned: Entry | None = None
        if is_to_be_solved:
            learned = solved_entry(problem, entry.kind, entry.suite, entry.name, entry.statement, seconds, seed)
        if learned is None and entry.vector is not None:
            return entry
        learned = learned or entry_of_figure(
            figure_of(problem, seconds, seed), entry.kind, entry.suite, entry.name, entry.statement
        )
        return replace(
            learned, title=entry.title, source=entry.source, year=entry.year, tags=entry.tags, english=entry.english,
            chinese=entry.chinese,
        )  # fmt: skip

    def put(self, entry: Entry) -> None:
        """Notes an entry, in the file as well."""
        self.rows[entry.name] = known_row(entry)
        present = {e.name for e in collection.entries()}
        rows = [row for name, row in sorted(self.rows.items()) if name in present]
        text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
        write_whole(self.path, lambda path: path.write_text(text, encoding="utf-8"))
