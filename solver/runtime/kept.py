"""What takes long to make and always comes out the same, kept in the user's cache folder from one start to the next.

An entry is found by a digest of all that it is made from, so that a changed source never meets an old entry. It is
written beside its place and moved there, by as many processes as like to: they all write the same. What can't be read,
written or pickled is made anew, in silence: the cache is never needed. Its folder is trusted as the folders of compiled
Python files are: nobody but the user may write there.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from types import ModuleType
from typing import Any, TypeVar

from platformdirs import user_cache_path

T = TypeVar("T")

#: The newest entries of a name that stay when another one is written: of other versions and other checkouts.
STAY = 8
_DIGEST = hashlib.sha256


def kept(name: str, sources: Iterable[Path], make: Callable[[], T]) -> T:
    """What `make` returns, or returned when it was last called with the same sources.

    name: of the entry, the same for all its versions. sources: the files on which the outcome depends, the Python files that
    define its classes among them.
    """
    folder = user_cache_path("porism", appauthor=False)
    path = folder / f"{name}-{_key(sources)}.pickle"
    found = _read(path)
    if found is not None:
        return found[0]  # type: ignore[no-any-return]
    made = make()
    _write(path, made)
    _tidy(folder, f"{name}-*.pickle")
    return made


def kept_file(name: str, suffix: str, key: str, make: Callable[[Path], object]) -> Path:
    """A file that `make` writes to the path that it is given, or wrote when it was last asked for with the same key.

    key: a digest of all that it is made from. The file isn't to be changed; where the cache folder can't be written to, it is
    made anew for this process alone.
    """
    folder = user_cache_path("porism", appauthor=False)
    path = folder / f"{name}-{key}{suffix}"
    if _is_ours(path):
        return path
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=f".{name}-"))
    except OSError:
        beside = Path(tempfile.mkdtemp(prefix=f"porism-{name}-"))
        atexit.register(rmtree, beside, ignore_errors=True)
        make(beside / path.name)
        return beside / path.name
    try:
        make(beside / path.name)
        with suppress(PermissionError):  # Windows: another process has made it, and has it open
            (beside / path.name).replace(path)
    finally:
        rmtree(beside, ignore_errors=True)
    _tidy(folder, f"{name}-*{suffix}")
    return path


def _is_ours(path: Path) -> bool:
    """Whether there is such a file, of this user's: root, with the home folder of somebody else, trusts none of theirs."""
    try:
        owner = path.stat().st_uid
        return not hasattr(os, "getuid") or owner == os.getuid()
    except OSError:
        return False


def _key(sources: Iterable[Path]) -> str:
    """A digest of the sources' names and contents and of the interpreter."""
    digest = _DIGEST(sys.version.encode())
    for path in sources:
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _read(path: Path) -> tuple[Any] | None:
    """The entry, in a tuple; None where there is none that is whole."""
    try:
        if not _is_ours(path):
            return None
        data = path.read_bytes()
        size = _DIGEST().digest_size
        if _DIGEST(data[size:]).digest() != data[:size]:
            return None
        return (_Unpickler(BytesIO(data[size:])).load(),)
    except Exception:  # a pickle may fail in any way
        return None


def _write(path: Path, made: object) -> None:
    """Nothing is written where that can't be done."""
    beside = None
    try:
        data = BytesIO()
        _Pickler(data, pickle.HIGHEST_PROTOCOL).dump(made)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            beside = Path(file.name)
            file.write(_DIGEST(data.getvalue()).digest() + data.getvalue())
        beside.replace(path)
    except (OSError, pickle.PicklingError, AttributeError, TypeError, RecursionError):
        if beside is not None:
            beside.unlink(missing_ok=True)


def _tidy(folder: Path, pattern: str) -> None:
    """Removes all but the newest entries, where that can be done."""
    with suppress(OSError):
        for old in sorted(folder.glob(pattern), key=_age, reverse=True)[STAY:]:
            old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0


class _Pickler(pickle.Pickler):
    """Pickles modules by name: lark's parsers hold the module `re`."""

    def persistent_id(self, obj: object) -> str | None:
        return obj.__name__ if isinstance(obj, ModuleType) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: str) -> ModuleType:
        return import_module(pid)
