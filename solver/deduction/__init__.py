"""The deduction engine, seen from Python: closures over the core and their journals."""
