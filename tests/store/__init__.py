"""Tests of solver.store."""
