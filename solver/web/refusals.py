"""Calls that have no answer: the error's status of HTTP, and its form in JSON, always {"error": Failure}."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from solver.errors import PorismError
from solver.service.failures import Failure

_LOG = logging.getLogger(__name__)

#: By the kind of failure; others are 422: the request is in order, and what it says is refused.
STATUS = {
    "timeout": 504,
    "resources": 507,
    "store": 404,
    "busy": 503,
    "stopped": 503,
    "unknown": 404,
    "token": 401,
    "host": 403,
}
STATUS |= {"too-large": 413, "defect": 500, "gone": 410}


@dataclass(frozen=True)
class Refused:
    """What stands in the place of an answer."""

    error: Failure


#: What the description of the interface says of errors.
RESPONSES: dict[int | str, dict[str, Any]] = {
    422: {"model": Refused, "description": "refused: where, why, and what to write instead"},
    503: {"model": Refused, "description": "too many calls wait already"},
    504: {"model": Refused, "description": "the time ran out"},
    507: {"model": Refused, "description": "the memory ran out"},
}


class Unanswered(Exception):
    """Raised where an answer isn't to be had for a reason of this server's own."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def unknown(message: str, hint: str = "") -> Unanswered:
    return Unanswered(Failure("unknown", message, hint))


def refused(failure: Failure) -> JSONResponse:
    return JSONResponse({"error": asdict(failure)}, STATUS.get(failure.kind, 422))


def explain_errors(app: FastAPI) -> None:
    """Every error of the application in this form."""

    @app.exception_handler(PorismError)
    async def porism(request: Request, error: PorismError) -> JSONResponse:
        return refused(Failure.of(error))

    @app.exception_handler(Unanswered)
    async def unanswered(request: Request, error: Unanswered) -> JSONResponse:
        return refused(error.failure)

    @app.exception_handler(RequestValidationError)
    async def misused(request: Request, error: RequestValidationError) -> JSONResponse:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc'][1:])) or 'body'}: {one['msg']}" for one in error.errors())
        return refused(Failure("arguments", wrong, "/openapi.json says what each call takes"))

    @app.exception_handler(HTTPException)
    async def other(request: Request, error: HTTPException) -> JSONResponse:
        failure = Failure("unknown", f"{request.url.path}: {error.detail}", "/openapi.json lists what there is")
        return JSONResponse({"error": asdict(failure)}, error.status_code)

    @app.exception_handler(Exception)
    async def defect(request: Request, error: Exception) -> JSONResponse:
        _LOG.error("%s failed", request.url.path, exc_info=error)
        message = "porism itself failed: a defect of porism, not of the call"
        return refused(Failure("defect", message, "please report the call with what it was asked"))
