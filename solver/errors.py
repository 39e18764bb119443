"""The one hierarchy of errors that a user can cause.

Raised where the cause is known, with the span of the input; turned into words in one place (`solver.cli`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """Where in the input: line and column count from 1; `length` in characters."""

    line: int
    column: int
    length: int = 1


class PorismError(Exception):
    """What went wrong, where, and what to write instead.

    `message` says what and why in one sentence; `hint` says what to write instead (may be empty).
    """

    def __init__(self, message: str, span: Span | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.hint = hint

    def __str__(self) -> str:
        where = f"line {self.span.line}, column {self.span.column}: " if self.span else ""
        return f"{where}{self.message}" + (f" ({self.hint})" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes, whatever their own arguments are."""
        return _remade, (type(self), self.args, self.__dict__)


def _remade(kind: type[PorismError], args: tuple[object, ...], said: dict[str, object]) -> PorismError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(said)
    return error


class ParseError(PorismError):
    """The text is not a statement in the language."""


class Unread(ParseError):
    """Passages of a statement in words that weren't understood; the rest was. passages: where they are, in order."""

    def __init__(self, message: str, passages: tuple[Span, ...], hint: str = "") -> None:
        super().__init__(message, passages[0], hint)
        self.passages = passages


class Refusal(ParseError):
    """The text is understood, or too long, and refused as it is: there is no other way to read it."""


class Misvalued(ParseError):
    """What a text says, or asks, of values can't be; it is understood otherwise."""


class ConstructionError(PorismError):
    """No diagram could be built: says which construction failed and why."""


class NoFigure(ConstructionError):
    """No diagram was found, which doesn't show that there is none."""


class FalseStatement(PorismError):
    """The goal is numerically false; `counterexample` maps each point to its (x, y)."""

    def __init__(self, message: str, counterexample: dict[str, tuple[float, float]] | None = None) -> None:
        super().__init__(message)
        self.counterexample = counterexample or {}


class DeadlineExceeded(PorismError):
    """The time limit ran out."""


class ProcessDied(PorismError):
    """A process died at its work, from want of memory, say."""


class StoreError(PorismError):
    """The file of a store can't be opened or read: it is locked, damaged, or something else."""


class CertificateError(PorismError):
    """A certificate that the checker refuses; `step` is the id of what failed (empty: the certificate itself)."""

    def __init__(self, message: str, step: str = "") -> None:
        super().__init__(message)
        self.step = step

    def __str__(self) -> str:
        return f"{self.step}: {self.message}" if self.step else self.message


class PolicyError(PorismError):
    """A policy that isn't there or can't be used, or what it is to be trained by."""
