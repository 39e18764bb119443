"""The main job: from a problem to a checked proof, or to why there is none.

`prove` takes a statement's goals one by one (`goals.py`); figures say first what is to be proved (`meant.py`); then the closure,
a search for points (`synthetic.py`), coordinates, or facts about signs (`inequalities.py`) prove it. An `Attempt` keeps what one
goal has come to on the way: its time, its figures, its refused proofs.
"""

from solver.proving.attempt import DEFAULT_SEARCH
from solver.proving.goals import prove, verdict
from solver.result import Method, Result, Status, Timings

__all__ = ["DEFAULT_SEARCH", "Method", "Result", "Status", "Timings", "prove", "verdict"]
