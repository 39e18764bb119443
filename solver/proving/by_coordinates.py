"""A proof by coordinates, within an attempt."""

from __future__ import annotations

import math
import time

from solver.errors import CertificateError, DeadlineExceeded
from solver.proving.attempt import Attempt, Meant
from solver.result import Result


def by_coordinates(attempt: Attempt, goal: Meant, seconds: float = math.inf) -> Result | None:
    """The result of a proof by coordinates, if there is one. seconds: at most, within the time that is left."""
    from solver.proof.coordinates import proof_by_coordinates

    attempt.has_tried_coordinates = True
    deadline = min(attempt.clock.deadline, time.monotonic() + seconds)
    try:
        with attempt.clock.noting("coordinates"):
            proof = proof_by_coordinates(goal.problem, goal.diagrams, goal.goal, attempt.seed, deadline)
    except DeadlineExceeded:
        return None
    except CertificateError as error:
        attempt.refusals.append(str(error))
        return None
    return None if proof is None else attempt.proved(proof, goal.solution)
