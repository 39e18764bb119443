"""The command line: `porism prove`, `check`, `bench`, `draw`, `constructions`.

Exit codes: 0 proved (accepted, done), 1 not proved (rejected, out of time), 2 invalid input, 130 interrupted.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The entry point of `porism`: runs a command and turns errors into words, in this one place."""
    # Small matrices: threads inside LAPACK cost more than they give. Must be set before numpy is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from solver.cli.commands import app
    from solver.cli.report import explain
    from solver.errors import DeadlineExceeded, PorismError, ProcessDied

    try:
        code = app(standalone_mode=False)
    except PorismError as error:
        print(explain(error), file=sys.stderr)
        code = 1 if isinstance(error, DeadlineExceeded | ProcessDied) else 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"error: {error.filename or 'file'}: {error.strerror}", file=sys.stderr)
        code = 2
    except Exception as error:
        # Wrong options are the parser's own exceptions, which know how to show themselves; anything else is a defect.
        show = getattr(error, "show", None)
        if show is None:
            if type(error).__name__ != "Abort":
                raise
            code = 130
        else:
            show()
            code = 2
    sys.exit(code)
