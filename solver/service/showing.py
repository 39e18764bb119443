"""A proof with all that a page needs to show it, and the proof itself, kept so that it can be written in other forms."""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from solver.language.read import parse_statement
from solver.proof.phrases.phrases import Tongue
from solver.proof.proof import Proof
from solver.proof.write.html import shown_proof
from solver.proving import Result
from solver.service.answers import Progress, StatementProved
from solver.service.proofs import answer_of, result_of
from solver.service.seeing import figure_at


@dataclass(frozen=True)
class GoalShown:
    """What a page shows of a goal: its proof, as the standalone page has it (None where there is none), and else figures:
    a counterexample, or one of each kind of figures."""

    proof: Mapping[str, Any] | None
    figures: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class ProofsShown:
    """What came of a statement, and of each of its goals. kept: its proofs, for `write_proofs`; empty where there are none."""

    proved: StatementProved
    goals: tuple[GoalShown, ...]
    kept: bytes


def show_proofs(
    text: str,
    name: str,
    seconds: float,
    seed: int,
    has_search: bool,
    observe: Callable[[Progress], None] = lambda progress: None,
) -> ProofsShown:
    """Raises ParseError; ConstructionError where there is no figure."""
    begun = time.monotonic()
    result = result_of(parse_statement(text, name), seconds, seed, has_search, observe)
    goals = tuple(map(_shown, result.each))
    kept = pickle.dumps(result.proofs) if result.proofs else b""
    return ProofsShown(answer_of(result, time.monotonic() - begun), goals, kept)


def _shown(result: Result) -> GoalShown:
    problem = result.problem
    if result.proof is not None:
        return GoalShown(shown_proof(result.proof, Tongue.ENGLISH))
    places = [case.figure.as_dict() for case in result.cases] or ([result.counterexample] * bool(result.counterexample))
    return GoalShown(None, tuple(figure_at(problem, points, problem.goal) for points in places))


def proofs_in(kept: bytes) -> tuple[Proof, ...]:
    """The proofs that `show_proofs` kept. Only what this program has kept itself may be given."""
    proofs: tuple[Proof, ...] = pickle.loads(kept)
    return proofs


def certificates(proofs: tuple[Proof, ...]) -> str:
    """JSON: the certificate, or a list of one for each goal."""
    if len(proofs) == 1:
        return proofs[0].to_json()
    return json.dumps([proof.certificate for proof in proofs], ensure_ascii=False, indent=1) + "\n"
