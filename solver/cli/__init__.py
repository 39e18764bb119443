"""The command line: `porism` and its commands; `solver.cli.command_group` says where each is.

Exit codes: 0 proved (accepted, done), 1 not proved (rejected, out of time, no figure found), 2 invalid
input (sentences that can't hold together among it), 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
import warnings

from solver.errors import DeadlineExceeded, NoFigure, PorismError, ProcessDied
from solver.runtime.garbage import look_seldom

#: The exit code after Ctrl-C, by convention 128 and the signal's number.
INTERRUPTED = 130


def main() -> None:
    """The entry point of `porism`: runs a command and turns errors into words, in this one place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that doesn't know ⟂
    warnings.showwarning = lambda message, *about: print(f"warning: {message}", file=sys.stderr)
    try:
        code = _run()
    except PorismError as error:
        print(_explained(error), file=sys.stderr)
        code = 1 if isinstance(error, DeadlineExceeded | NoFigure | ProcessDied) else 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"error: {str(error.filename or 'file')[:100]}: {error.strerror or error}", file=sys.stderr)
        code = 2
    sys.exit(code)


def _run() -> int:
    # Small matrices: threads inside LAPACK cost more than they give. Must be set before numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    look_seldom()
    from solver.cli.commands import app

    try:
        code = int(app(standalone_mode=False) or 0)
    except Exception as error:
        # Wrong options are the parser's own exceptions, which know how to show themselves; anything else is a defect.
        show = getattr(error, "show", None)
        if show is not None:
            show()
            return 2
        if type(error).__name__ != "Abort":
            raise
        code = INTERRUPTED
    if code == INTERRUPTED:  # the parser has caught Ctrl-C
        raise KeyboardInterrupt
    return code


def _explained(error: PorismError) -> str:
    """What, where, why, and what to write instead; no more than a few lines."""
    where = f"line {error.span.line}, column {error.span.column}: " if error.span else ""
    hint = f"\n  hint: {error.hint}" if error.hint else ""
    return f"error: {where}{error.message}{hint}"
