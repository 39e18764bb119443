"""What every process of the service begins with: imported once by the fork server, before it forks."""

import duckdb

from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.language.plain_grammar import grammar
from solver.language.prose import read as prose
from solver.policy.default import default_strategy
from solver.service import drawing, exploring, lint, problems, proofs, reading, seeing, showing

__all__ = ["drawing", "duckdb", "exploring", "lint", "problems", "proofs", "prose", "reading", "seeing", "showing"]

grammar()
compile_library(run_by_default())
default_strategy()
