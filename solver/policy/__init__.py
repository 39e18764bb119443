"""The policy: a small network that says which auxiliary point is worth trying first."""
