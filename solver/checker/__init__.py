"""An independent checker of proofs: it imports nothing of what it checks, neither the engine nor the search."""

from solver.checker.check import CheckReport, check_certificate, required_conditions
from solver.checker.schema import Certificate, SideCondition, read_certificate
from solver.statements.theorem import TheoremStatement, renamed

__all__ = [
    "Certificate",
    "CheckReport",
    "SideCondition",
    "TheoremStatement",
    "check_certificate",
    "read_certificate",
    "renamed",
    "required_conditions",
]
