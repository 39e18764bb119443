"""The search for auxiliary points: which to add so that the goal follows.

`tree` is the search itself, over explicit state; `node` its view of the core; `scores` the seam for heuristics and
policies; `placement` what an auxiliary point is; `extend` puts the points found into a problem and its diagrams.
"""
