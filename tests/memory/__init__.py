"""Tests of solver.memory."""
