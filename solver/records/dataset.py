"""Data on disk, to be read: records, those to train on, those held out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from solver.errors import PorismError
from solver.records.columns import described
from solver.records.described import Described
from solver.records.record import Record
from solver.records.shards import Shard, read_manifest, require_labelling
from solver.runtime.optional import needed

#: Rows read at once.
READ = 2048


class Dataset:
    """A folder of shards, to be read. Rows are numbered from 0, in order of the figures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = read_manifest(folder)

    def __len__(self) -> int:
        return self.manifest.records

    def rows(self) -> Iterator[Described]:
        """All of them."""
        for shard in self.manifest.shards:
            for batch in self._batches(shard):
                yield from map(described, batch.to_pylist())

    def row(self, number: int) -> Described:
        """The record of this number. Raises PorismError if there are fewer records than that."""
        start = 0
        for shard in self.manifest.shards:
            if 0 <= number - start < shard.records:
                for batch in self._batches(shard):
                    if number - start < len(batch):
                        return described(batch.slice(number - start, 1).to_pylist()[0])
                    start += len(batch)
            start += shard.records
        raise PorismError(f"there is no record {number}", None, f"they are numbered from 0 to {len(self) - 1}")

    def records(self) -> Iterator[Record]:
        return (row.record for row in self.rows())

    def training(self) -> Iterator[Record]:
        """Those that a network may be trained on."""
        return (row.record for row in self.rows() if not row.is_held_out)

    def held_out(self) -> Iterator[Record]:
        """The others: those of 5 % of the figures."""
        return (row.record for row in self.rows() if row.is_held_out)

    def column(self, name: str) -> list[Any]:
        """One column of all rows."""
        values: list[Any] = []
        for shard in self.manifest.shards:
            with self._opened(shard) as file:
                values += file.read([name]).column(name).to_pylist()
        return values

    def require_labelling(self) -> None:
        """Raises PorismError where its forms can't be compared with those made here."""
        require_labelling(self.folder, self.manifest)

    def _batches(self, shard: Shard) -> Iterator[Any]:
        with self._opened(shard) as file:
            yield from file.iter_batches(READ)

    @contextmanager
    def _opened(self, shard: Shard) -> Iterator[Any]:
        """The shard's file. Raises PorismError, which names it, also where it turns out to be damaged further on."""
        path = self.folder / shard.file
        parquet = needed("pyarrow.parquet")
        try:
            with parquet.ParquetFile(path) as file:
                yield file
        except (OSError, ValueError, KeyError) as error:  # pyarrow's own errors are among them
            said = " ".join(str(error).split())[:200]
            raise PorismError(f"{path} can't be read: {said}", None, "make the data anew") from None
