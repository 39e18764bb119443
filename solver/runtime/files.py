"""Files that are written whole or not at all, by one process at a time, and whose errors name them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from solver.errors import PorismError

#: The file in a folder that says that a process is writing there.
LOCK = ".lock"


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Errors of the system name the file: when a disk is full, they don't by themselves."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            raise OSError(error.errno, error.strerror or str(error), str(path)) from None
        raise


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Written beside its place and then moved there; its folder is made if need be. What was there stays until then."""
    with naming(path):
        if path.exists() and not path.is_file():
            write(path)  # a device, such as the terminal, can't be replaced
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.tmp")
        try:
            write(beside)
            with beside.open("r+b") as file:  # Windows flushes only what could be written
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def require_writable(path: Path) -> None:
    """Makes the folder of a file that is to be written later. Raises OSError, which names it, where that can't be."""
    with naming(path):
        if path.exists():
            with path.open("ab"):
                return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keeps other processes from writing to the folder, which is made. Raises PorismError where one is doing it."""
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, blocking=False):
            yield
    except Timeout:
        hint = "wait until it has ended, or choose another --out"
        raise PorismError(f"another process is writing to {folder}", None, hint) from None
