"""Proofs by coordinates: identities of polynomials, tested at random points of large prime fields."""
