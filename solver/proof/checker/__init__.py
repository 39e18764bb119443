"""An independent checker of proofs: it shares the table of predicates with the engine and nothing else."""

from solver.proof.checker.check import CheckReport, check_certificate, required_conditions
from solver.proof.checker.schema import Certificate, SideCondition, read_certificate
from solver.proof.checker.theorem import TheoremStatement

__all__ = [
    "Certificate",
    "CheckReport",
    "SideCondition",
    "TheoremStatement",
    "check_certificate",
    "read_certificate",
    "required_conditions",
]
