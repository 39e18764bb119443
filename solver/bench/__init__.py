"""Benchmark runs: many problems proved and recorded, runs compared, their pages written."""
