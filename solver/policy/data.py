"""The examples of folders of records: made once, by an executor's workers, and kept beside the records."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from solver.policy.config import Config
from solver.policy.examples import Example, Examples, extracted
from solver.policy.inference import SEEN
from solver.records.dataset import Dataset
from solver.records.record import Record
from solver.runtime.executors import Executor

#: Held-out examples keep all their candidates.
ALL = 1_000_000


@dataclass(frozen=True)
class Data:
    """records: those that gave `training`, at least one example each."""

    training: Examples
    held_out: Examples
    records: int

    @staticmethod
    def joined(parts: Sequence[Data]) -> Data:
        if len(parts) == 1:
            return parts[0]
        return Data(
            Examples.of([e for p in parts for e in p.training]),
            Examples.of([e for p in parts for e in p.held_out]),
            sum(p.records for p in parts),
        )


def prepared(
    folder: Path, config: Config, executor: Executor, observe: Callable[[int], None] = lambda records: None
) -> Data:
    """The folder's examples, from the file beside them or made now. observe: called with the number of records done.

    Raises PorismError where the folder holds no data.
    """
    dataset = Dataset(folder)
    kept = folder / f"examples-{_key(folder, config)}.npz"
    try:
        with np.load(kept) as file:
            return _read(dict(file))
    except FileNotFoundError:
        pass
    except (ValueError, KeyError, OSError, zipfile.BadZipFile):
        kept.unlink()
    held_out, _ = _made(islice(dataset.held_out(), config.held_out), ALL, executor, observe)
    training, useful = _made(dataset.training(), config.negatives, executor, observe)
    data = Data(training, held_out, useful)
    beside = kept.with_name("new-" + kept.name)
    np.savez(beside, records=data.records, **_named("training", training), **_named("held out", held_out))  # type: ignore[arg-type]
    beside.replace(kept)
    return data


def _made(
    records: Iterable[Record], negatives: int, executor: Executor, observe: Callable[[int], None]
) -> tuple[Examples, int]:
    """The examples, and how many records gave some."""
    found: list[Example] = []
    useful = 0
    for number, examples in enumerate(extracted(records, negatives, executor), 1):
        found += examples
        useful += bool(examples)
        observe(number)
    return Examples.of(found), useful


def _key(folder: Path, config: Config) -> str:
    """Changes with the records, with what the network sees, and with how many candidates are kept."""
    files = [(p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in sorted(folder.iterdir()) if _is_data(p)]
    said = json.dumps([files, SEEN, config.negatives, config.held_out])
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _is_data(path: Path) -> bool:
    return path.is_file() and "examples-" not in path.name


def _named(part: str, examples: Examples) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
    return {f"{part} {name}": array for name, array in examples.as_arrays().items()}


def _read(arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> Data:
    training, held_out = (
        Examples.from_arrays({k.removeprefix(f"{part} "): a for k, a in arrays.items() if k.startswith(part)})
        for part in ("training", "held out")
    )
    return Data(training, held_out, int(arrays["records"].item()))
