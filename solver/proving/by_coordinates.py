"""A proof by coordinates, within an attempt."""

from __future__ import annotations

import math
import time
from itertools import chain

from solver.errors import CertificateError, DeadlineExceeded
from solver.proving.attempt import Attempt, Meant
from solver.proving.meant import in_other_figures
from solver.result import Result


def by_coordinates(attempt: Attempt, goal: Meant, seconds: float = math.inf) -> Result | None:
    """The result of a proof by coordinates, if there is one. seconds: at most, within the time that is left."""
    from solver.proof.coordinates import proof_by_coordinates

    attempt.has_tried_coordinates = True
    deadline = min(attempt.clock.deadline, time.monotonic() + seconds)
    try:
        for meant in chain((goal,), in_other_figures(attempt)):
            try:
                with attempt.clock.noting("coordinates"):
                    proof = proof_by_coordinates(meant.problem, meant.diagrams, meant.goal, attempt.seed, deadline)
            except CertificateError as error:
                attempt.refusals.append(str(error))
                continue
            return None if proof is None else attempt.proved(proof, meant.solution)
    except DeadlineExceeded:
        pass
    return None
