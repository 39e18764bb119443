"""The server as an ASGI application: the JSON interface, described at /openapi.json, and the page that uses it."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import anyio
from fastapi import Body, FastAPI, Query, Request
from fastapi import Path as InPath
from fastapi.responses import Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from fastapi.staticfiles import StaticFiles
from starlette.responses import FileResponse

from solver.collection import entries
from solver.proof.phrases.phrases import Tongue
from solver.proof.style import Style
from solver.proof.write import html
from solver.proof.write.printed import HIGH, LOW, SIGNS
from solver.service.bounded import Limits, run_bounded, unobserved
from solver.service.downloads import DOWNLOADS, write_proofs
from solver.service.messages import in_chinese
from solver.service.showing import GoalShown
from solver.version import NUMBER
from solver.web.asked import CALLS, Asked
from solver.web.calls import Calls
from solver.web.figures import FigureRead, read_figure
from solver.web.guard import Guard
from solver.web.history import Entry, History
from solver.web.jobs import JOBS, Jobs, JobSeen
from solver.web.refusals import RESPONSES, Refused, explain_errors, unknown
from solver.web.settings import Settings

PAGE = Path(__file__).parent / "page"
#: The scripts of a proof's page that draw, drag and walk through it.
FIGURES = Path(html.__file__).parent / "page"
DESCRIPTION = """porism proves, refutes and explains statements of plane geometry.

Statements are written as papers print them, in English or Chinese, or tersely, a fact a line. An error is {"error": …} with
its kind, message, hint and place. Long calls can be started as jobs, watched by server-sent events, and stopped."""

Id = Annotated[str, InPath(max_length=40)]
_UNKNOWN: dict[int | str, dict[str, Any]] = {404: {"model": Refused, "description": "no such job"}}


@dataclass(frozen=True)
class Server:
    """Which server answers: instance changes when it is started anew. forms: as which files a proof can be had."""

    version: str
    instance: str
    seconds: float
    running: int
    forms: dict[str, str]
    keeps_history: bool


@dataclass(frozen=True)
class Signs:
    """Commands of LaTeX by name; what stands low and high, and how it is shown."""

    signs: Mapping[str, str]
    low: tuple[str, str]
    high: tuple[str, str]


def application(settings: Settings, calls: Calls | None = None) -> Guard:
    """calls: of its own unless given. Raises PorismError where the history can't be used."""
    calls, history = calls or Calls(settings), History(settings.history)
    jobs = Jobs(calls, history, settings.seconds)

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        async with jobs.running() as tasks:
            tasks.start_soon(calls.warm_up)
            yield
        calls.close()

    app = FastAPI(
        title="porism", version=NUMBER, description=DESCRIPTION, lifespan=living, docs_url=None, redoc_url=None
    )
    explain_errors(app)
    for name, asked in CALLS.items():
        _add_call(app, calls, name, asked)
    _add_jobs(app, jobs)
    _add_files(app, calls, settings)
    _add_history(app, history)
    _add_page(app, settings)
    return Guard(app, settings)


def _add_call(app: FastAPI, calls: Calls, name: str, asked_as: type[Asked]) -> None:
    async def call(asked: Any, request: Request) -> Any:
        return await calls.answer(asked, request)

    call.__annotations__ |= {"asked": asked_as, "request": Request, "return": asked_as.answer}
    app.post(f"/api/{name}", operation_id=name, summary=asked_as.summary, responses=RESPONSES, tags=["calls"])(call)


def _add_jobs(app: FastAPI, jobs: Jobs) -> None:
    for name, asked_as in JOBS.items():
        _add_start(app, jobs, name, asked_as)

    @app.get("/api/jobs/{id}", operation_id="job", summary="A job as it is now", responses=_UNKNOWN, tags=["jobs"])
    async def job(id: Id) -> JobSeen:
        return jobs.find(id).seen()

    @app.delete("/api/jobs/{id}", operation_id="stop", summary="Stop a job", responses=_UNKNOWN, tags=["jobs"])
    async def stop(id: Id) -> JobSeen:
        return jobs.stop(id).seen()

    @app.get(
        "/api/jobs/{id}/events",
        operation_id="watch",
        summary="Watch a job: an event `job` whenever it has changed, the last when it is over",
        response_class=EventSourceResponse,
        responses=_UNKNOWN,
        tags=["jobs"],
    )
    async def watch(id: Id) -> AsyncIterator[ServerSentEvent]:
        async for seen in jobs.changes(id):
            yield ServerSentEvent(comment="alive") if seen is None else ServerSentEvent(event="job", data=seen)

    @app.get(
        "/api/jobs/{id}/goals/{number}",
        operation_id="page",
        summary="What a page shows of a goal, from 0: its proof in words with its figure, or figures that refute it",
        responses=_UNKNOWN,
        tags=["jobs"],
    )
    async def page(id: Id, number: int) -> GoalShown:
        shown = jobs.find(id).shown
        if shown is None or not 0 <= number < len(shown.goals):
            raise unknown("there is nothing to show of this goal")
        return shown.goals[number]

    @app.get(
        "/api/jobs/{id}/files/{form}",
        operation_id="download",
        summary=f"The proofs of a job as a file: {', '.join(DOWNLOADS)}",
        response_class=Response,
        responses=_UNKNOWN,
        tags=["jobs"],
    )
    async def download(
        id: Id,
        form: Annotated[str, InPath(max_length=40)],
        language: Tongue = Tongue.ENGLISH,
        style: Style = Style.OLYMPIAD,
    ) -> Response:
        shown = jobs.find(id).shown
        if form not in DOWNLOADS:
            raise unknown(f"there is no form {form!r}", f"there are: {', '.join(DOWNLOADS)}")
        if shown is None or not shown.kept:
            raise unknown("this job has no proof")
        work = unobserved(write_proofs, shown.kept, form, language, style)
        written: bytes = await anyio.to_thread.run_sync(run_bounded, work, Limits(30.0))
        named = {"Content-Disposition": f'attachment; filename="proof{DOWNLOADS[form].suffix}"'}
        return Response(written, media_type=DOWNLOADS[form].media, headers=named)


def _add_start(app: FastAPI, jobs: Jobs, name: str, asked_as: type[Asked]) -> None:
    async def start(asked: Any) -> JobSeen:
        return jobs.start(name, asked).seen()

    start.__annotations__ |= {"asked": asked_as}
    app.post(
        f"/api/jobs/{name}",
        status_code=202,
        operation_id=f"start_{name}",
        summary=f"Start {name} as a job",
        responses=RESPONSES,
        tags=["jobs"],
    )(start)


def _add_files(app: FastAPI, calls: Calls, settings: Settings) -> None:
    @app.post(
        "/api/geogebra",
        operation_id="read_geogebra",
        summary="The statement of a figure drawn in GeoGebra (the bytes of a .ggb file)",
        responses=RESPONSES,
        tags=["calls"],
    )
    async def geogebra(file: Annotated[bytes, Body(media_type="application/vnd.geogebra.file")]) -> FigureRead:
        work = unobserved(read_figure, file)
        return await anyio.to_thread.run_sync(run_bounded, work, Limits(30.0, settings.memory))


def _add_history(app: FastAPI, history: History) -> None:
    @app.get("/api/history", operation_id="history", summary="What was asked, the newest first", tags=["history"])
    def newest(count: Annotated[int, Query(ge=1, le=500)] = 50) -> tuple[Entry, ...]:
        return history.newest(count)

    @app.delete("/api/history", operation_id="clear_history", summary="Forget what was asked", tags=["history"])
    def clear() -> tuple[Entry, ...]:
        history.clear()
        return ()


def _add_page(app: FastAPI, settings: Settings) -> None:
    forms = {name: form.suffix for name, form in DOWNLOADS.items()}
    is_kept = settings.history is not None
    server = Server(NUMBER, secrets.token_urlsafe(8), settings.seconds, settings.running, forms, is_kept)

    @app.get("/api/server", operation_id="server", summary="Which server this is, and its limits", tags=["server"])
    async def which() -> Server:
        return server

    @app.get("/api/words", operation_id="words", summary="What a proof's page says, by language", tags=["server"])
    async def words() -> dict[str, dict[str, str]]:
        return html.page_words()

    @app.get("/api/messages", operation_id="messages", summary="Messages in Chinese, by their English", tags=["server"])
    async def messages() -> Mapping[str, str]:
        return in_chinese()

    @app.get("/api/signs", operation_id="signs", summary="How the signs of LaTeX are shown", tags=["server"])
    async def signs() -> Signs:
        return Signs(SIGNS, LOW, HIGH)

    @app.get("/api/suites", operation_id="suites", summary="The collections of problems", tags=["server"])
    def suites() -> list[str]:
        return sorted({entry.suite for entry in entries()})

    @app.get("/", include_in_schema=False)
    async def page() -> FileResponse:
        return FileResponse(PAGE / "index.html")

    app.mount("/figure", StaticFiles(directory=FIGURES))
    app.mount("/", StaticFiles(directory=PAGE))
