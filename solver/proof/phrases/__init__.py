"""The words of proofs, a table for each language."""
