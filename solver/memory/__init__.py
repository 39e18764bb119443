"""The memory: solved problems and the auxiliary points that they needed, found again by likeness."""
