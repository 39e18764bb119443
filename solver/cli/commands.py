"""The commands, in the order of use; each is loaded when it is called, so that none waits for what others need."""

from __future__ import annotations

from typing import Annotated

import typer

from solver.cli.command_group import CommandGroup

app = typer.Typer(
    cls=CommandGroup,
    help="porism: a prover for olympiad geometry.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _say_version(is_asked: bool) -> None:
    if is_asked:
        from solver.version import version

        print(f"porism {version()}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="say which version this is, and of which commit"
        ),
    ] = False,
) -> None:
    """porism: a prover for olympiad geometry."""
