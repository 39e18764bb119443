"""Benchmark runs and the soundness experiment."""
