"""Inequalities and extremes: counterexamples by optimization, proofs as identities between sums of what isn't negative."""
