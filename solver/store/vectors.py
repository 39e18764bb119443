"""The figures' vectors in a file beside the database, all of which a query looks at: the nearest that it finds are the nearest.

A vector is there three times: as it is in the database, rounded to a byte a coordinate, and short. The short one has its
coordinates along the axes in which vectors differ most, and the length of the rest: two short ones are never further apart than
their vectors, so that most vectors can't be among the nearest, whatever the axes are. A query goes through the short ones, 96 MB
for a million, in a few thousandths of a second. Where many are left, as for a figure unlike all others, it goes through the rounded
ones: how far each is from its vector is known, and the triangle inequality does the same. The distances of the few that are left
are computed exactly. Other conditions are a mask, and no share of the nearest is missed.

The file is made from the database and needn't be kept. Each batch of entries has a stamp of its own, and the file says up to
which batch it goes: it is continued where it ends before the database does, and made anew where it is another's. Few vectors
are read from the database each time, without a file, and so are all where none can be written.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from solver.records.likeness import SIZE, Vector, bytes_of, vector_of_bytes

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Vectors that are kept, and gone through, together.
ROWS = 8192
#: A store with no more entries has no file.
SMALL = 16_384
#: Where no more than these meet all conditions, all distances are computed.
FEW = 8192
#: Entries that are written together, at least, where there are as many.
_AT_ONCE = 16_384
#: Seconds to wait for another process that continues the file.
PATIENCE = 60.0

#: Coordinates of a short vector, the length of the rest among them; vectors from which its axes are found.
SHORT, SAMPLE = 24, 16_384
#: The nearest short ones, whose vectors' distances say how near the nearest are at least.
_FIRST = 256
#: scale: of the rounded coordinates, NaN where there is no vector. square: of the rounded vector's length. slack: how far the
#: rounded vector is from the vector. length: its square; infinite where there is no vector.
_BLOCK = np.dtype(
    [
        ("rounded", "i1", (ROWS, SIZE)), ("exact", "<f2", (ROWS, SIZE)),
        ("scale", "<f4", ROWS), ("square", "<f4", ROWS), ("slack", "<f4", ROWS),
        ("short", "<f4", (ROWS, SHORT)), ("length", "<f4", ROWS),
    ]
)  # fmt: skip
#: What the file begins with: what it is, how many rows it has, and the stamp of the last batch. The axes follow, blocks at _START.
_HEAD, _MAGIC, _START = struct.Struct("<16sq32s"), b"porism figures 2", 32_768
#: Those of vectors that aren't kept in a file.
_PLAIN_AXES = np.eye(SIZE, SHORT - 1)
#: More than single precision loses of a square of a distance.
_LOST = np.float32(8e-6)

Mask = NDArray[np.bool_]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
#: Columns are axes, of length 1 and at right angles to each other.
Axes = NDArray[np.float64]


class Figures:
    """The vectors of a database, by the numbers of its entries. size: the next entry's number."""

    def __init__(self, blocks: NDArray[np.void], axes: Axes, size: int) -> None:
        self._blocks, self._axes = blocks, axes
        self.size = size

    @staticmethod
    def of(connection: DuckDBPyConnection, database: Path) -> Figures:
        """Those of an open database, from the file beside it, which is brought up to date."""
        file = _File.of(connection, database)
        if file.size > SMALL:
            with suppress(OSError):  # nothing can be written there
                return file.up_to_date(connection)
        return Figures(_blocks(connection, 0, file.size, _PLAIN_AXES), _PLAIN_AXES, file.size)

    def nearest(self, like: Vector, wanted: Mask, count: int) -> list[tuple[float, int]]:
        """Distances and numbers of the nearest among those wanted (a mask of `size`), nearest first."""
        like = vector_of_bytes(bytes_of(like))
        ids = np.flatnonzero(wanted)
        for narrowed in (self._near_in_short, self._possible):
            if len(ids) > max(FEW, count):
                ids = narrowed(like, ids, count)
        distances = self._distances(like, ids)
        is_there = np.isfinite(distances)
        ids, distances = ids[is_there], distances[is_there]
        order = np.lexsort((ids, distances))[:count]
        return list(zip(distances[order].tolist(), ids[order].tolist(), strict=True))

    def _near_in_short(self, like: Vector, ids: Ints, count: int) -> Ints:
        """Those whose short vectors are no further than the `count`-th of the nearest that have been found this way."""
        squares = np.empty(len(ids), dtype=np.float32)
        (short,) = _shortened(like[None], self._axes)
        own = np.float32(like @ like)
        for part, block, rows in self._in_blocks(ids):
            products = (block["short"] @ short)[rows] if 4 * len(rows) > ROWS else block["short"][rows] @ short
            squares[part] = block["length"][rows] + own - 2 * products
        first = min(max(_FIRST, 2 * count), len(ids) - 1)
        distances = self._distances(like, np.sort(ids[np.argpartition(squares, first)[:first]]))
        furthest = np.sort(distances)[count - 1 : count]
        if not (len(furthest) and np.isfinite(furthest[0])):
            return ids
        return np.compress(squares <= furthest[0] ** 2 + 2 * _LOST, ids)

    def _possible(self, like: Vector, ids: Ints, count: int) -> Ints:
        """Those that may be among the nearest: no further, at least, than `count` others at most."""
        nearest, furthest = (np.empty(len(ids), dtype=np.float32) for _ in range(2))
        own = np.float32(like @ like)
        for part, block, rows in self._in_blocks(ids):
            rounded = block["rounded"] if len(rows) == ROWS else block["rounded"][rows]
            products = rounded.astype(np.float32) @ like
            squares = block["square"][rows] + own - 2 * block["scale"][rows] * products
            slack = block["slack"][rows]
            nearest[part] = np.sqrt(np.maximum(squares - _LOST, 0)) - slack
            furthest[part] = np.sqrt(np.maximum(squares, 0) + _LOST) + slack
        furthest[np.isnan(furthest)] = np.inf
        limit = np.partition(furthest, count - 1)[count - 1]
        return np.compress(nearest <= limit, ids)

    def _distances(self, like: Vector, ids: Ints) -> Floats:
        """Exact ones; NaN where there is no vector."""
        found = np.empty(len(ids), dtype=np.float32)
        for part, block, rows in self._in_blocks(ids):
            away = block["exact"][rows].astype(np.float32) - like
            found[part] = np.where(np.isnan(block["scale"][rows]), np.nan, np.linalg.norm(away, axis=1))
        return found

    def _in_blocks(self, ids: Ints) -> Iterator[tuple[slice, np.void, Ints]]:
        """Which part of the numbers, in ascending order, belongs to a block, the block, and their rows there."""
        ends = np.searchsorted(ids, np.arange(len(self._blocks) + 1) * ROWS)
        for i, (begin, end) in enumerate(pairwise(ends.tolist())):
            if begin < end:
                yield slice(begin, end), self._blocks[i], ids[begin:end] - i * ROWS


def write_vectors(connection: DuckDBPyConnection, database: Path) -> None:
    """Brings the file of an open database up to date, where it has one, so that the next query needn't wait for that."""
    file = _File.of(connection, database)
    if file.size > SMALL:
        with suppress(OSError):  # queries go without
            file.up_to_date(connection)


def file_of(database: Path) -> Path:
    """Where the vectors of a database are kept."""
    return database.with_name(f"{database.name}.figures")


@dataclass(frozen=True)
class _File:
    """path: of the file. batches: the database's, stamps by the number after their last entry. size: the last such number."""

    path: Path
    batches: dict[int, str]
    size: int

    @staticmethod
    def of(connection: DuckDBPyConnection, database: Path) -> _File:
        batches = dict(connection.execute("SELECT ending, stamp FROM batches").fetchall())
        return _File(file_of(database), batches, max(batches, default=0))

    def up_to_date(self, connection: DuckDBPyConnection) -> Figures:
        """Raises OSError where the file can't be written."""
        if self._ending() != self.size:
            self._continue(connection)
        axes = np.fromfile(self.path, dtype="<f8", count=_PLAIN_AXES.size, offset=_HEAD.size)
        blocks = np.memmap(self.path, dtype=_BLOCK, mode="r", offset=_START, shape=(-(-self.size // ROWS),))
        return Figures(blocks, axes.reshape(_PLAIN_AXES.shape), self.size)

    def _ending(self) -> int:
        """Up to which entry of the database the file goes; 0 where there is none, or it is another's."""
        try:
            with self.path.open("rb") as file:
                magic, ending, stamp = _HEAD.unpack(file.read(_HEAD.size))
                length = os.fstat(file.fileno()).st_size
        except (FileNotFoundError, struct.error):
            return 0
        is_whole = length >= _START + -(-ending // ROWS) * _BLOCK.itemsize
        is_ours = magic == _MAGIC and self.batches.get(ending, "").encode() == stamp
        return ending if is_ours and is_whole else 0

    def _continue(self, connection: DuckDBPyConnection) -> None:
        """A batch is in the file once its stamp is, whatever happens before."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=PATIENCE):
                begin = self._ending()
                if begin == 0:
                    beside = self.path.with_name(f".{self.path.name}.tmp")
                    beside.write_bytes(bytes(_HEAD.size) + _axes(connection, self.size).tobytes())
                    beside.replace(self.path)  # who reads the old one goes on with it
                with self.path.open("r+b") as file:
                    for ending in sorted(self.batches):
                        if ending >= begin + _AT_ONCE or ending == self.size > begin:
                            self._write(file, connection, begin, ending)
                            begin = ending
        except Timeout as error:
            raise OSError(str(error)) from None

    def _write(self, file: BinaryIO, connection: DuckDBPyConnection, begin: int, ending: int) -> None:
        first = begin - begin % ROWS  # the block that isn't full yet is written again
        file.seek(_HEAD.size)
        axes = np.frombuffer(file.read(_PLAIN_AXES.nbytes), dtype="<f8").reshape(_PLAIN_AXES.shape)
        file.seek(_START + first // ROWS * _BLOCK.itemsize)
        file.write(_blocks(connection, first, ending, axes).tobytes())
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        file.write(_HEAD.pack(_MAGIC, ending, self.batches[ending].encode()))
        file.flush()


def _axes(connection: DuckDBPyConnection, size: int) -> Axes:
    """Those in which vectors of the database differ most, each of length 1 and at right angles to the others."""
    rows = connection.execute(
        "SELECT vector FROM entries WHERE id % ? = 0 AND vector IS NOT NULL", [-(-size // SAMPLE)]
    )
    data = b"".join(vector for (vector,) in rows.fetchall())
    vectors = np.frombuffer(data, dtype="<f2").reshape(-1, SIZE).astype(np.float64)
    return np.ascontiguousarray(np.linalg.eigh(vectors.T @ vectors)[1][:, :-SHORT:-1])


def _shortened(vectors: Floats, axes: Axes) -> Floats:
    """The short vectors: as long as the vectors, and no further from each other."""
    exact = vectors.astype(np.float64)
    along = exact @ axes
    rest = np.sqrt(np.maximum((exact**2).sum(axis=1) - (along**2).sum(axis=1), 0))
    return np.concatenate([along, rest[:, None]], axis=1).astype(np.float32)


def _blocks(connection: DuckDBPyConnection, first: int, ending: int, axes: Axes) -> NDArray[np.void]:
    """The blocks of the entries from the first one (a multiple of ROWS) on."""
    found = np.zeros(-(-(ending - first) // ROWS), dtype=_BLOCK)
    found["scale"], found["length"] = np.nan, np.inf
    for block, begin in zip(found, range(first, ending, ROWS), strict=True):
        for ids, vectors in _vectors(connection, begin, min(begin + ROWS, ending)):
            rows = ids - begin
            scale = np.maximum(np.abs(vectors).max(axis=1), np.float32(1e-9)) / 127
            rounded = np.round(vectors / scale[:, None])
            near = rounded * scale[:, None]
            block["rounded"][rows], block["exact"][rows], block["scale"][rows] = rounded, vectors, scale
            block["square"][rows] = (near**2).sum(axis=1)
            block["slack"][rows] = np.linalg.norm(near - vectors, axis=1)
            block["short"][rows], block["length"][rows] = _shortened(vectors, axes), (vectors**2).sum(axis=1)
    return found


def _vectors(connection: DuckDBPyConnection, begin: int, end: int) -> Iterator[tuple[Ints, Floats]]:
    rows: list[Any] = connection.execute(
        "SELECT id, vector FROM entries WHERE id BETWEEN ? AND ? AND vector IS NOT NULL", [begin, end - 1]
    ).fetchall()
    if rows:
        data = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f2")
        yield np.array([i for i, _ in rows]), data.reshape(len(rows), SIZE).astype(np.float32)
