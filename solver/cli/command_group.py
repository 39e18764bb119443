"""Where each command is, and `porism --help`: the commands in the order in which they are used, under headings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

#: By its name, the function of a command or the Typer of a group of commands: its module in solver.cli, and its name there.
HEADINGS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "One problem": {
        "web": ("browsing", "web"),
        "prove": ("prove", "prove"),
        "draw": ("draw", "draw"),
        "check": ("check", "check"),
        "convert": ("convert", "convert"),
    },
    "What can be said, and what is known": {
        "language": ("reference", "language"),
        "problems": ("problems", "app"),
        "constructions": ("reference", "constructions"),
        "theorems": ("theorems", "app"),
    },
    "For other programs": {
        "mcp": ("serving", "mcp"),
    },
    "Many problems": {
        "lint": ("linting", "lint"),
        "bench": ("bench", "bench"),
        "compare": ("comparing", "compare"),
        "ablate": ("bench", "ablate"),
        "soundness": ("soundness", "soundness"),
    },
    "Learning": {
        "generate": ("generating", "generate"),
        "data": ("generating", "app"),
        "train": ("training", "train"),
        "policy": ("training", "app"),
    },
}

_HOMES = {name: home for commands in HEADINGS.values() for name, home in commands.items()}


class CommandGroup(TyperGroup):
    """A group that loads a command when it is called. (The parser's own types differ from one version to another.)"""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_HOMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _loaded(cmd_name) if cmd_name in _HOMES else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        width = max(map(len, _HOMES))
        room = formatter.width - width - 6
        for heading, names in HEADINGS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), _loaded(name).get_short_help_str(room)) for name in names])


@cache
def _loaded(name: str) -> Any:
    module, attribute = _HOMES[name]
    found = getattr(import_module(f"solver.cli.{module}"), attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(name)(found)
        found = alone
    command = get_command(found)
    command.name = name
    return command
