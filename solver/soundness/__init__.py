"""Attacks on porism's own soundness: what is to be refused, made at random and in bulk."""
