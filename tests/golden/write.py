"""Writes the golden proofs anew, to be read before they are committed: python -m tests.golden.write"""

from __future__ import annotations

from tests.golden.statements import STATEMENTS, golden_file
from tests.proof.proofs import proof_of

if __name__ == "__main__":
    for name, statement in STATEMENTS.items():
        golden_file(name).write_text(f"{statement}\n\n{proof_of(statement).text()}", encoding="utf-8")
