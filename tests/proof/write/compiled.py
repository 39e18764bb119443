"""Compiles proofs of the collection with TeX, in both languages, and their figures; makes Word files of them with pandoc:

    python -m tests.proof.write.compiled --count 60 --out FOLDER

The proofs are of as many kinds as there are. What TeX and pandoc complain of is printed; the PDFs are there to be looked at.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from solver.collection import Entry, entries
from solver.content import content_folder
from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.write.form import Form
from solver.proof.write.latex import PREAMBLE
from solver.proof.write.tikz import tikz
from solver.proof.write.writers import WRITERS
from solver.proving import prove
from solver.store.shipped import KNOWN, digest, read_known

#: What compiles an article in each language.
ENGINES = {Tongue.ENGLISH: "pdflatex", Tongue.CHINESE: "xelatex"}
#: Proofs in a document; steps from which a proof is long; seconds for finding one.
AT_ONCE, LONG, SECONDS = 10, 25, 30.0
#: Points by which a line may be too wide for its column before a reader sees it.
UNSEEN = 2.0
_COMPLAINTS = re.compile(
    r"^(?:! .*|LaTeX Warning: (?:Reference|Label `|There were).*|Missing character.*|Overfull \\hbox \((?P<wide>[\d.]+)pt.*)",
    re.MULTILINE,
)


def faults_of(text: str, engine: str, path: Path, runs: int = 1) -> list[str]:
    """What TeX complains of in the last run: errors, characters that no font has, lines that are too wide, lost references."""
    path.write_text(text, encoding="utf-8")
    for _ in range(runs):
        done = subprocess.run(
            [engine, "-interaction=nonstopmode", path.name],
            cwd=path.parent,
            capture_output=True,
            timeout=900,
            check=False,
        )
    log = path.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    found = [m[0] for m in _COMPLAINTS.finditer(log) if float(m["wide"] or "inf") > UNSEEN]
    return found or ([f"{engine} failed"] if done.returncode else [])


def figures(proofs: Sequence[Proof]) -> str:
    """A document of their TikZ pictures alone, a page each."""
    pages = "\\newpage\n".join(f"\\noindent\n{tikz(proof.figure)}" for proof in proofs)
    return f"\\documentclass{{article}}\n{PREAMBLE}\n\\begin{{document}}\n{pages}\\end{{document}}\n"


def word_file(proofs: Sequence[Proof], tongue: Tongue, path: Path) -> str:
    """Writes a .docx of their Markdown; gives what pandoc complains of."""
    markdown = WRITERS[Form.MARKDOWN](proofs, tongue)
    command = ["pandoc", "--from", "markdown", "--output", str(path)]
    return subprocess.run(command, input=markdown, capture_output=True, text=True, timeout=300, check=False).stderr


def by_turns() -> Iterator[Entry]:
    """The collection's problems, one of each kind, then another of each, and so on."""
    known = read_known(content_folder("problems") / KNOWN)
    kinds: dict[object, list[Entry]] = {}
    for entry in sorted(entries(), key=lambda entry: digest(entry.name)):  # all suites, mixed
        goals = entry.statement.parse().goals
        row = known.get(entry.name) or {}
        takes = (bool(row.get("auxiliary")), (row.get("proof_length") or 0) >= LONG)
        kinds.setdefault((goals[0].statement.predicate, len(goals) > 1, *takes), []).append(entry)
    while kinds:
        for kind in list(kinds):
            yield kinds[kind].pop(0)
            if not kinds[kind]:
                del kinds[kind]


def proofs_of(count: int) -> Iterator[Proof]:
    """The proofs of that many problems of the collection."""
    for entry in by_turns():
        result = prove(entry.statement.parse(), timeout=SECONDS)
        if result.is_proved:
            print(f"{entry.suite}/{entry.name}: {len(result.proofs)} proved", flush=True)
            yield from result.proofs
            count -= 1
        if not count:
            return


def main(count: int, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    proofs = list(proofs_of(count))
    faults = 0
    for first in range(0, len(proofs), AT_ONCE):
        some, number = proofs[first : first + AT_ONCE], first // AT_ONCE + 1
        documents = [(f"{t.value}-{number}.tex", WRITERS[Form.LATEX](some, t), ENGINES[t], 2) for t in Tongue]
        documents.append((f"figures-{number}.tex", figures(some), "pdflatex", 1))
        complaints = [(name, faults_of(text, engine, folder / name, runs)) for name, text, engine, runs in documents]
        if shutil.which("pandoc"):
            words = [(f"{t.value}-{number}.docx", t) for t in Tongue]
            complaints += [(name, word_file(some, t, folder / name).splitlines()) for name, t in words]
        for name, said in complaints:
            faults += len(said)
            print(
                "\n".join((f"{name}: {'; '.join(f'{p.problem.name}' for p in some)}", *(f"    {s}" for s in said))),
                flush=True,
            )
    print(f"{count} problems, {len(proofs)} proofs in {len(Tongue)} languages and their figures: {faults} complaints")
    return 1 if faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    sys.exit(main(given.count, given.out))
