"""What went wrong with a call, so that a model can mend it in one turn: kind, message, place, and what to write instead."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping

from mcp_types import CallToolResult, TextContent
from pydantic import ValidationError

from solver.errors import PorismError
from solver.service.failures import Failure

#: Characters of a value of the caller's that are repeated to it.
SHOWN = 60


def failed(error: PorismError) -> CallToolResult:
    """The result of a call that porism refuses."""
    failure = Failure.of(error)
    said: dict[str, object] = {"kind": failure.kind, "message": failure.message, "hint": failure.hint}
    if failure.place is not None:
        said["place"] = dataclasses.asdict(failure.place)
    if failure.passages:
        said["passages"] = [dataclasses.asdict(place) for place in failure.passages]
    if failure.step:
        said["step"] = failure.step
    return _result(said)


def misused(error: ValidationError) -> CallToolResult:
    """The result of a call whose arguments don't fit the tool's schema."""
    wrong = [
        {
            "argument": ".".join(map(str, one["loc"])) or "arguments",
            "message": one["msg"],
            "given": repr(one["input"])[:SHOWN],
        }
        for one in error.errors(include_url=False)
    ]
    listed = "; ".join(f"{one['argument']}: {one['message']}" for one in wrong)
    hint = "the tool's input schema says what each argument takes"
    return _result({"kind": "arguments", "message": listed, "hint": hint, "arguments": wrong})


def unknown(tool: str, known: list[str]) -> CallToolResult:
    """The result of a call of a tool that there isn't."""
    message = f"there is no tool {tool[:SHOWN]!r}"
    return _result({"kind": "unknown-tool", "message": message, "hint": f"there are: {', '.join(known)}"})


def defective(tool: str) -> CallToolResult:
    """The result of a call at which porism itself failed."""
    message = f"porism failed at {tool}: a defect of porism, not of the call"
    return _result({"kind": "defect", "message": message, "hint": "please report the call with its arguments"})


def _result(said: Mapping[str, object]) -> CallToolResult:
    text = json.dumps({"error": said}, ensure_ascii=False)
    return CallToolResult(
        content=[TextContent(type="text", text=text)], structured_content={"error": dict(said)}, is_error=True
    )
