"""What went wrong with a call, so that a caller can mend it: kind, message, place, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from solver.errors import (
    CertificateError,
    ConstructionError,
    DeadlineExceeded,
    FalseStatement,
    ParseError,
    PorismError,
    ProcessDied,
    StoreError,
    Unread,
)
from solver.service.answers import Place
from solver.service.bounded import Stopped

#: By the error, its kind; the first that fits.
KINDS: tuple[tuple[type[PorismError], str], ...] = (
    (ParseError, "unread"),
    (FalseStatement, "false"),
    (ConstructionError, "no-figure"),
    (DeadlineExceeded, "timeout"),
    (ProcessDied, "resources"),
    (CertificateError, "certificate"),
    (StoreError, "store"),
    (Stopped, "stopped"),
)


@dataclass(frozen=True)
class Failure:
    """Why a call has no answer.

    kind: unread, false, no-figure, timeout, resources, certificate, store, stopped or refused, or one of the face's own.
    hint: what to write instead. passages: all places that aren't understood. step: of a certificate.
    """

    kind: str
    message: str
    hint: str = ""
    place: Place | None = None
    passages: tuple[Place, ...] = ()
    step: str = ""

    @staticmethod
    def of(error: PorismError) -> Failure:
        kind = next((name for known, name in KINDS if isinstance(error, known)), "refused")
        passages = error.passages if isinstance(error, Unread) else ()
        return Failure(
            kind,
            error.message,
            error.hint,
            Place.of(error.span),
            tuple(Place(span.line, span.column, span.length) for span in passages),
            error.step if isinstance(error, CertificateError) else "",
        )
