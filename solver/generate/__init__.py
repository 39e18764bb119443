"""Synthetic theorems: statements that our own engine discovers and that need auxiliary points."""
