"""The parts of docs/certificate.md and docs/certificate.schema.json that are made from tables.

`python -m solver.statements.reference` writes them; a test compares. In the page each stands under the heading of its table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from solver.statements.predicates import OF_EXPRESSIONS, PREDICATES
from solver.statements.rules import RULES
from solver.statements.side_conditions import SIDE_CONDITIONS
from solver.statements.theories import Theory

PAGE, SCHEMA = Path("docs/certificate.md"), Path("docs/certificate.schema.json")


def rules_table() -> str:
    """Each rule that a step may cite."""
    steps = ((f"`{rule.name}`", rule.step) for rule in RULES if rule.step is not None)
    rows = ((name, step.points or "–", step.uses, step.claim) for name, step in steps)
    return _table(("rule", "points", "uses", "claim"), rows)


def side_conditions_table() -> str:
    """Each kind of side condition; kinds of which the same is said stand together."""
    groups = groupby(SIDE_CONDITIONS, key=lambda kind: (kind.names, kind.meaning))
    rows = ((", ".join(f"`{kind.name}`" for kind in kinds), *said) for said, kinds in groups)
    return _table(("kind", "points", "meaning"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"|{'|'.join(cells)}|\n" if cells[0] == "---" else f"| {' | '.join(cells)} |\n" for cells in lines)


def page(text: str) -> str:
    """The page with its tables made anew. Raises ValueError where one of them isn't there."""
    for table in (rules_table(), side_conditions_table()):
        head = table.split("\n", 1)[0] + "\n"
        before, found, after = text.partition(head)
        if not found:
            raise ValueError(f"the page has no table that begins {head!r}")
        lines = after.splitlines(keepends=True)
        count = next((i for i, line in enumerate(lines) if not line.startswith("|")), len(lines))
        text = before + table + "".join(lines[count:])
    return text


def schema(described: dict[str, Any]) -> dict[str, Any]:
    """The schema with its lists of words made anew."""
    made: dict[str, Any] = json.loads(json.dumps(described))
    parts = made["$defs"]
    parts["step"]["properties"]["rule"]["enum"] = [rule.name for rule in RULES if rule.step is not None]
    parts["statement"]["properties"]["predicate"]["enum"] = [
        p.name for p in (*PREDICATES.values(), *OF_EXPRESSIONS.values()) if not p.is_question
    ]
    parts["equation"]["properties"]["equation"]["enum"] = [theory.value for theory in Theory]
    kinds = made["properties"]["side_conditions"]["items"]["properties"]["kind"]
    kinds["enum"] = [kind.name for kind in SIDE_CONDITIONS]
    return made


def main() -> None:
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    described = json.loads(SCHEMA.read_text(encoding="utf-8"))
    SCHEMA.write_text(json.dumps(schema(described), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
