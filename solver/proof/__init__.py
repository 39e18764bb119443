"""Proofs: traced back from the journal, shortened, written in words and as certificates, and checked."""
