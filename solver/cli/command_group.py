"""The commands in the order in which they are used, under headings, in `porism --help`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typer.core import TyperGroup

#: A command that isn't here comes last, under a heading of its own.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "One problem": ("prove", "draw", "check", "convert"),
    "What can be said, and what is known": ("language", "problems", "constructions", "theorems"),
    "Many problems": ("bench", "compare", "ablate", "soundness"),
    "Learning": ("generate", "data", "train", "policy", "memory"),
}


class CommandGroup(TyperGroup):
    """A group of commands that lists them under headings. (The parser's own types differ from one version to another.)"""

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for names in self._by_heading().values() for name in names]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        width = max(map(len, self.commands), default=0)
        for heading, names in self._by_heading().items():
            with formatter.section(heading):
                room = formatter.width - width - 6
                rows = [(name.ljust(width), self.commands[name].get_short_help_str(room)) for name in names]
                formatter.write_dl(rows)

    def _by_heading(self) -> dict[str, list[str]]:
        found = {heading: [n for n in names if n in self.commands] for heading, names in HEADINGS.items()}
        placed = {name for names in found.values() for name in names}
        found["Other commands"] = [name for name in self.commands if name not in placed]
        return {heading: names for heading, names in found.items() if names}
