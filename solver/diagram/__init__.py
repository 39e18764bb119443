"""Numeric diagrams: building, polishing, perturbing, drawing."""
