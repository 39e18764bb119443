"""What Windows lacks is used where something else stands in for it, and nowhere else."""

from __future__ import annotations

import ast
import signal
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from solver.runtime import interrupts

SOLVER = Path(interrupts.__file__).parent.parent
#: Modules, members of os and signal, and ways to begin a process that Windows hasn't.
MODULES = {"fcntl", "resource", "termios", "tty", "pty", "pwd", "grp", "syslog", "resource_tracker", "_posixsubprocess"}
MEMBERS = {
    "fork", "forkpty", "wait", "waitpid", "killpg", "getpgid", "setsid", "getuid", "geteuid", "getgid", "chown", "nice",
    "uname", "getloadavg", "sysconf", "mkfifo", "sched_getaffinity", "sched_setaffinity", "pthread_sigmask", "sigwait", "alarm",
    "setitimer", "pause", "SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGSTOP", "SIGPIPE", "SIG_BLOCK",
}  # fmt: skip
METHODS = {"fork", "forkserver"}
#: Where there is a way without.
GUARDED = {
    ("runtime/executors.py", "forkserver"),
    ("runtime/interrupts.py", "resource_tracker"),
    ("runtime/interrupts.py", "pthread_sigmask"),
    ("runtime/interrupts.py", "SIG_BLOCK"),
    ("runtime/kept.py", "getuid"),
    ("cli/isolated.py", "fork"),
    ("service/bounded.py", "resource"),
}


def lacking(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (n.name for n in names if n.name in MODULES)
            case ast.ImportFrom(module=module, names=names):
                yield from (
                    n.name for n in names if n.name in MODULES | (MEMBERS if module in ("os", "signal") else set())
                )
                yield from [module] if module in MODULES else []
            case ast.Attribute(value=ast.Name(id="os" | "signal"), attr=attr) if attr in MEMBERS:
                yield attr
            case ast.Constant(value=str(text)) if text in METHODS:
                yield text


def test_what_windows_lacks_is_used_where_there_is_a_way_without() -> None:
    found = {
        (path.relative_to(SOLVER).as_posix(), name)
        for path in SOLVER.rglob("*.py")
        for name in lacking(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == GUARDED


@pytest.mark.parametrize(
    "source", ["import fcntl", "from os import fork", "os.kill(1, signal.SIGKILL)", "get_context('fork')"]
)
def test_such_a_use_is_seen(source: str) -> None:
    assert list(lacking(ast.parse(source)))


def test_processes_begin_where_no_signal_can_be_blocked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupts, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.delattr(signal, "pthread_sigmask")
    with interrupts.without_interrupts():
        begun = True
    assert begun
