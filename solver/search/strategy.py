"""How a search goes about its work, and the variants that show what each part is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.search.prior import Policy
from solver.search.scores import Heuristics, Scorer

_ALL = Heuristics()


@dataclass(frozen=True)
class Strategy:
    """scorer: ranks the children of a node. policy: says before any trial which candidates are tried first; foresight: what
    it said of a child weighs so much beside the scorer. lemmas: trials with news for the statement that are looked at each time the
    root may absorb their facts; 0: none is ever absorbed."""

    scorer: Scorer = _ALL
    policy: Policy | None = None
    foresight: float = 1.0
    lemmas: int = 100


STANDARD = Strategy()

#: Each part switched off in turn, for `porism ablate`.
VARIANTS: dict[str, Strategy] = {
    "all": STANDARD,
    "without news": Strategy(replace(_ALL, news=(0.0, 0.0, 0.0, 0.0))),
    "without relations": Strategy(replace(_ALL, relations=(0.0, 0.0, 0.0, 0.0, 0.0))),
    "without coincidences": Strategy(replace(_ALL, reached=0.0)),
    "without lemmas": Strategy(lemmas=0),
    "in the order found": Strategy(Heuristics((0.0,) * 4, (0.0,) * 5, 0.0)),
}
