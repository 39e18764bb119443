"""The page of a benchmark run, report.html: what was proved, in which time, and where its proofs and figures are.

It is whole in itself, and whatever names and messages hold is only text in it. It is also well-formed XML, so that a
test can read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from solver.bench.cactus import cactus_plot
from solver.bench.records import STATUSES
from solver.language.syntax import printable

_STYLE = """
:root { color-scheme: light dark; --ink: #1b2631; --soft: #5d6d7e; --line: #d5dbe1; --paper: #fff; --mark: #1f618d;
  --good: #1e7b45; --bad: #b03a2e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e5e9ee; --soft: #a3b0bd; --line: #3a444f; --paper: #15191e;
  --mark: #7fb8e6; --good: #6fcf97; --bad: #f1948a; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 80rem; padding: 0 1rem; }
a { color: var(--mark); }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; }
svg { max-width: 45rem; width: 100%; height: auto; font-size: 12px; }
svg text { fill: var(--soft); }
.grid { stroke: var(--line); }
.curve { fill: none; stroke: var(--mark); stroke-width: 2; }
.dot { fill: var(--mark); }
figcaption, caption { color: var(--soft); text-align: left; padding: 0.3rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: var(--paper); white-space: nowrap; }
thead button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.proved { color: var(--good); }
.false, .invalid, .unread, .error { color: var(--bad); }
.remark { color: var(--soft); }
"""

# Without < and &, so that the page stays well-formed.
_SCRIPT = """
for (const button of document.querySelectorAll("thead button")) {
  button.addEventListener("click", () => {
    const head = button.parentElement, body = document.querySelector("tbody");
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const key = row => row.children[head.cellIndex].dataset.key ?? row.children[head.cellIndex].textContent;
    const compare = (a, b) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      const difference = a - b;
      return sign * (Number.isNaN(difference) ? a.localeCompare(b, "en", {numeric: true}) : difference);
    };
    const rows = [...body.rows].sort((one, other) => compare(key(one), key(other)));
    for (const other of document.querySelectorAll("thead th")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    body.append(...rows);
  });
}
"""


@dataclass(frozen=True)
class _Column:
    """title: at its head. cell: of a record, with its tags."""

    title: str
    cell: Callable[[Mapping[str, Any]], str]
    is_number: bool = False


def results_page(name: str, records: Sequence[Mapping[str, Any]], folder: Path) -> str:
    """The page of a run. name: of the run. folder: the run's; what a record names there is linked where it exists."""
    counts = Counter(str(r["status"]) for r in records)
    said = ", ".join(f"{counts[status]} {status}" for status in STATUSES if status != "proved" and counts[status])
    solved = [(str(r["name"]), float(r["seconds"])) for r in records if r["status"] == "proved"]
    title = _text(f"porism bench: {name}")
    columns = _columns(folder)
    if any(r.get("answer") for r in records):
        columns.insert(2, _Column("answer", lambda r: f"<td>{_answer(r)}</td>"))
    heads = "".join(
        f'<th scope="col" aria-sort="none"{_class(c)}><button type="button">{c.title}</button></th>' for c in columns
    )
    rows = "\n".join(f"<tr>{''.join(c.cell(r) for c in columns)}</tr>" for r in records)
    plot = (
        f"<figure>\n{cactus_plot([(printable(n), s) for n, s in solved])}\n"
        "<figcaption>Problems solved, by the seconds that each took.</figcaption></figure>"
        if solved
        else ""
    )
    return f"""<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{title}</h1>
<p><b>{counts["proved"]} of {len(records)}</b> proved and checked{f"; {said}" if said else ""}.</p>
{plot}
<div class="wide">
<table>
<caption>Seconds by phase. A click on a column's head sorts by it.</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _answer(record: Mapping[str, Any]) -> str:
    """The answer to a question, and whether it is that of the key."""
    mark = {True: " ✓", False: " ✗", None: ""}[record.get("answer_agrees")]
    return _text(f"{record.get('answer', '')}{mark}")


def _columns(folder: Path) -> list[_Column]:
    def seconds(title: str, key: str) -> _Column:
        return _Column(title, lambda r: _number(f"{float(r[key]):.3f}", r[key]), is_number=True)

    def of_proof(title: str, key: str) -> _Column:
        return _Column(
            title, lambda r: _number(str(r[key]), r[key]) if r["checked"] else _number("", ""), is_number=True
        )

    return [
        _Column("name", lambda r: f'<th scope="row">{_text(r["name"])}</th>'),
        _Column("status", lambda r: f'<td class="{_text(r["status"])}">{_text(r["status"])}</td>'),
        seconds("seconds", "seconds"),
        seconds("diagram", "seconds_diagram"),
        seconds("closure", "seconds_closure"),
        seconds("search", "seconds_search"),
        seconds("proof", "seconds_proof"),
        of_proof("auxiliary points", "auxiliary"),
        of_proof("proof steps", "proof_steps"),
        _Column("seed", lambda r: _number(str(r.get("seed", "")), r.get("seed", "")), is_number=True),
        _Column("files", lambda r: f"<td>{_links(r, folder)}</td>"),
        _Column("remark", lambda r: f'<td class="remark">{_text(r["message"])}</td>'),
    ]


def _links(record: Mapping[str, Any], folder: Path) -> str:
    """A counterexample is a figure, too, but the one that matters."""
    found = []
    for kind, path in record.get("files", {}).items():
        words = "counterexample" if kind == "figure" and record["status"] == "false" else kind
        if (folder / path).is_file():
            found.append(f'<a href="{quote(path)}">{_text(words)}</a>')
    return " ".join(found)


def _class(column: _Column) -> str:
    return ' class="number"' if column.is_number else ""


def _number(shown: str, key: object) -> str:
    return f'<td class="number" data-key="{_text(key)}">{_text(shown)}</td>'


def _text(value: object) -> str:
    return escape(printable(str(value)))
