"""The tools: what each says of itself to a model, and the call that it makes."""

from __future__ import annotations

import base64
import dataclasses
import json
from functools import partial
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp_types import CallToolResult, ImageContent, TextContent, ToolAnnotations
from pydantic import Field

from solver.agents.calls import Calls
from solver.agents.certificates import ADDRESS
from solver.language.read import NamedStatement
from solver.service import drawing, exploring, lint, problems, proofs, reading
from solver.service.answers import (
    CertificateChecked,
    FactsFound,
    PointsTried,
    ProblemsFound,
    StatementChecked,
    StatementProved,
    StatementRead,
)
from solver.service.bounded import unobserved
from solver.service.parameters import (
    QUICK,
    Conditions,
    Count,
    HasSearch,
    Like,
    Order,
    Points,
    Seconds,
    Seed,
    Statement,
    Suite,
    Words,
)


@dataclasses.dataclass(frozen=True)
class FigureShown:
    """Where the points of the picture are. goal_holds: whether the goal is true there; message: why not."""

    points: dict[str, tuple[float, float]]
    goal_holds: bool
    message: str


#: What all tools are: none changes anything, and the same call has the same answer.
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def add_tools(porism: MCPServer[Any], calls: Calls) -> None:
    """All of them, and what they refer to."""
    for add in (_add_statements, _add_proofs, _add_points, _add_problems, _add_resources):
        add(porism, calls)


def _add_statements(porism: MCPServer[Any], calls: Calls) -> None:
    @porism.tool(annotations=_READS)
    async def read_statement(context: Context[Any, Any], statement: Statement) -> StatementRead:
        """Say how porism understands a statement: what each sentence says, in predicates, and the goals.

        Use it when a verdict surprises you: a statement that is understood otherwise than you mean is the usual reason. Passages
        that aren't understood are an error that names all of their places.
        """
        return await calls.bounded(context, unobserved(reading.read_statement, statement), QUICK)

    @porism.tool(annotations=_READS)
    async def check_statement(
        context: Context[Any, Any], statement: Statement, seconds: Seconds = 10
    ) -> StatementChecked:
        """Check a statement before you try to prove it, by many figures of what is given; it takes about 0.1 s.

        The verdict is one of: true (no figure contradicts it; nothing is proved), false (with a counterexample's coordinates), depends
        (true in some figures: a condition to add is proposed), no-figure (which sentences are at odds), degenerate (points fall
        together), trivial (the goal is given), unread (where and why), undecided. Remarks name sentences that the goal doesn't need.
        """
        return await calls.bounded(
            context, unobserved(lint.check_statement, NamedStatement("statement", statement), seconds), seconds
        )

    @porism.tool(annotations=_READS)
    async def draw(
        context: Context[Any, Any], statement: Statement, seconds: Seconds = 15, seed: Seed = 0
    ) -> Annotated[CallToolResult, FigureShown]:
        """Draw a figure of a statement (SVG) and give the coordinates of its points; of a false one, a counterexample."""
        drawn = await calls.bounded(
            context, unobserved(drawing.draw_statement, statement, "statement", seconds, seed), seconds
        )
        shown = FigureShown(dict(drawn.points), drawn.goal_holds, drawn.message)
        picture = base64.b64encode(drawn.svg.encode()).decode()
        said = dataclasses.asdict(shown)
        return CallToolResult(
            content=[
                ImageContent(type="image", data=picture, mime_type="image/svg+xml"),
                TextContent(type="text", text=json.dumps(said, ensure_ascii=False)),
            ],
            structured_content=said,
        )


def _add_proofs(porism: MCPServer[Any], calls: Calls) -> None:
    @porism.tool(annotations=_READS)
    async def prove(
        context: Context[Any, Any],
        statement: Statement,
        seconds: Seconds = 60,
        seed: Seed = 0,
        auxiliary_points: HasSearch = True,
    ) -> StatementProved:
        """Prove a statement, or say why not. Auxiliary points are searched for where what is given doesn't suffice.

        status: proved (the independent checker has accepted the proof), unproved, timeout, false (with a counterexample), depends (on the
        figure). A proof is given in words; its certificate is the resource at the address `certificate`. Reports its progress.
        """
        work = partial(proofs.prove_statement, statement, "statement", seconds, seed, auxiliary_points)
        return calls.with_addresses(await calls.bounded(context, work, seconds))

    @porism.tool(annotations=_READS)
    async def find(
        context: Context[Any, Any], statement: Statement, seconds: Seconds = 60, seed: Seed = 0
    ) -> StatementProved:
        """Find the value that a statement asks for (find ∠ A B C; find the ratio of two lengths), with a proof of it.

        The reason of each goal has the value.
        """
        work = partial(proofs.find_value, statement, "statement", seconds, seed)
        return calls.with_addresses(await calls.bounded(context, work, seconds))

    @porism.tool(annotations=_READS)
    async def check_certificate(
        context: Context[Any, Any],
        certificate: Annotated[
            str,
            Field(
                min_length=1, max_length=5_000_000, description="a certificate (JSON), or the address that prove gave"
            ),
        ],
        seconds: Seconds = 60,
    ) -> CertificateChecked:
        """Let the independent checker verify a certificate: exact arithmetic, and figures that it draws itself from the statement."""
        address, _, digest = certificate.strip().rpartition("/")
        if f"{address}/" == ADDRESS.format(digest=""):
            certificate = calls.certificates.find(digest) or certificate
        return await calls.bounded(context, unobserved(proofs.check_certificate, certificate), seconds)


def _add_points(porism: MCPServer[Any], calls: Calls) -> None:
    @porism.tool(annotations=_READS)
    async def explore(
        context: Context[Any, Any], statement: Statement, seconds: Seconds = 30, count: Count = 20, seed: Seed = 0
    ) -> FactsFound:
        """List facts that follow from what is given, the most interesting first, whatever the goal. Each has a checked proof."""
        return await calls.bounded(
            context, unobserved(exploring.explore_statement, statement, "statement", seconds, seed, count), seconds
        )

    @porism.tool(annotations=_READS)
    async def try_points(
        context: Context[Any, Any],
        statement: Statement,
        points: Points,
        seconds: Seconds = 20,
        seed: Seed = 0,
    ) -> PointsTried:
        """Try auxiliary points of your own: does the goal follow with them, and what new facts about the statement's points?

        The points have to be constructed from the statement's own, which they mustn't constrain. If the goal follows, call prove
        with the statement that is returned.
        """
        return await calls.bounded(
            context, unobserved(exploring.try_points, statement, points, "statement", seconds, seed), seconds
        )


def _add_problems(porism: MCPServer[Any], calls: Calls) -> None:
    @porism.tool(annotations=_READS)
    async def search_problems(
        context: Context[Any, Any],
        words: Words,
        suite: Suite = "",
        where: Conditions = (),
        like: Like = "",
        order: Order = "",
        count: Count = 10,
        seconds: Seconds = 15,
    ) -> ProblemsFound:
        """Search the problems that come with porism and those of the user's store, by words, conditions and figures together.

        Each has a formal statement. Leave words empty to search by the rest alone.
        """
        work = unobserved(problems.search_problems, words, suite, count, where, like, order, 0.8 * seconds)
        return await calls.bounded(context, work, seconds)

    @porism.tool(annotations=_READS)
    async def similar_problems(
        context: Context[Any, Any],
        statement: Statement,
        where: Conditions = (),
        count: Count = 5,
        seconds: Seconds = 30,
        seed: Seed = 0,
    ) -> ProblemsFound:
        """Find known problems like this one, by the figure and what follows in it, and what their proofs construct here."""
        work = unobserved(problems.similar_problems, statement, "statement", seconds, seed, count, where)
        return await calls.bounded(context, work, seconds)


def _add_resources(porism: MCPServer[Any], calls: Calls) -> None:
    @porism.resource(ADDRESS, mime_type="application/json")
    def certificate(digest: str) -> str:
        """The certificate of a proof that was found lately."""
        found = calls.certificates.find(digest)
        if found is None:
            raise ResourceNotFoundError("this certificate isn't kept any longer: prove the statement again")
        return found

    @porism.resource("porism://language", mime_type="text/markdown")
    def language() -> str:
        """How to write statements: the plain language on one page."""
        from solver.content import content_folder

        return (content_folder("docs") / "language.md").read_text(encoding="utf-8")
