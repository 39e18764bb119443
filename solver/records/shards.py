"""Shards of records on disk: Parquet files in a folder, with a manifest that says what they hold and how they were made.

A shard is there once the manifest names it, and both are written beside their place and then moved to it: whenever a run
is stopped, the folder is whole. docs/data.md lists the columns.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from solver.errors import PorismError
from solver.records.colored import labelling
from solver.records.columns import row_of, schema
from solver.records.described import Described
from solver.runtime.files import write_whole
from solver.runtime.optional import needed
from solver.version import NUMBER

MANIFEST, SHARD_SUFFIX = "manifest.json", ".parquet"
#: The version of the columns and the manifest.
FORMAT = 1


@dataclass(frozen=True)
class Shard:
    """figures: numbers of the first figure (or problem) that it covers and of the one after the last. seconds: of CPU time.

    duplicates, excluded, failed: theorems of these figures that were found before, that are in a suite, and figures (or
    theorems) that an error kept out. commit: of porism, empty where unknown.
    """

    file: str
    records: int
    figures: tuple[int, int]
    seconds: float
    duplicates: int = 0
    excluded: int = 0
    failed: int = 0
    commit: str = ""


@dataclass(frozen=True)
class Manifest:
    """seed and settings: of the run. labelling: by which forms were made; they can be compared with no others.

    failures: the first of them, in words.
    """

    seed: int
    settings: Mapping[str, Any]
    labelling: str
    version: str = NUMBER
    shards: tuple[Shard, ...] = ()
    failures: tuple[str, ...] = ()
    format: int = field(default=FORMAT)

    @property
    def records(self) -> int:
        return sum(s.records for s in self.shards)

    @property
    def figures(self) -> int:
        """The number of the first figure that no shard covers."""
        return self.shards[-1].figures[1] if self.shards else 0

    @property
    def throughput(self) -> float:
        """Records per second of CPU time."""
        seconds = sum(s.seconds for s in self.shards)
        return self.records / seconds if seconds else 0.0


def begin(folder: Path, seed: int, settings: Mapping[str, Any]) -> Manifest:
    """A new folder of data. Raises PorismError where there is one, even if its manifest is missing."""
    if (folder / MANIFEST).exists():
        raise PorismError(f"{folder} has data", None, "go on with --resume, or choose another --out")
    shards = sorted(folder.glob(f"*{SHARD_SUFFIX}"))
    if shards:
        raise PorismError(
            f"{folder} has data ({shards[0].name}{', …' if len(shards) > 1 else ''}), but no {MANIFEST}", None,
            "put the manifest back, or choose another --out",
        )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest(seed, settings, labelling())
    _write_manifest(folder, manifest)
    return manifest


def go_on(folder: Path, seed: int, settings: Mapping[str, Any]) -> Manifest:
    """The folder's manifest, or a new one. Raises PorismError where its data come of another run."""
    if not (folder / MANIFEST).exists():
        return begin(folder, seed, settings)
    manifest = read_manifest(folder)
    given = json.loads(json.dumps(settings))
    if (manifest.seed, manifest.settings) != (seed, given):
        names = [k for k in {*given, *manifest.settings} if given.get(k) != manifest.settings.get(k)]
        what = f"seed {manifest.seed}" if manifest.seed != seed else f"other settings: {', '.join(sorted(names))}"
        raise PorismError(f"{folder} was made with {what}", None, "go on with the same, or choose another --out")
    require_labelling(folder, manifest)
    return manifest


def add_shard(
    folder: Path, manifest: Manifest, rows: Sequence[Described], shard: Shard, failures: Sequence[str] = ()
) -> Manifest:
    """Write rows as a shard; `shard` says all of it but its file, its number of records and the commit."""
    name = f"{len(manifest.shards):05}{SHARD_SUFFIX}"
    table = needed("pyarrow").Table.from_pylist([row_of(d) for d in rows], schema=schema())
    write = needed("pyarrow.parquet").write_table
    write_whole(folder / name, lambda path: write(table, path, compression="zstd"))
    shard = replace(shard, file=name, records=len(rows), commit=_commit())
    manifest = replace(
        manifest, shards=(*manifest.shards, shard), failures=(*manifest.failures, *failures)[:20], version=NUMBER
    )
    _write_manifest(folder, manifest)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Raises PorismError where the folder has none, or it can't be read."""
    path = folder / MANIFEST
    if not path.is_file():
        raise PorismError(f"{folder} has no {MANIFEST}", None, "give a folder that porism generate has written")
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["format"] != FORMAT:
            raise PorismError(
                f"{path} is of format {value['format']}, this porism reads {FORMAT}", None, "make it anew"
            )
        shards = tuple(Shard(**{**s, "figures": tuple(s["figures"])}) for s in value["shards"])
        known = {k: value[k] for k in ("seed", "settings", "labelling", "version", "format")}
        return Manifest(**known, shards=shards, failures=tuple(value["failures"]))
    except (ValueError, KeyError, TypeError) as error:
        raise PorismError(f"{path} can't be read: {error}", None, "is it a manifest of porism generate?") from None


def require_labelling(folder: Path, manifest: Manifest) -> None:
    """Raises PorismError where its forms can't be compared with those made here."""
    if manifest.labelling != labelling():
        raise PorismError(
            f"the canonical forms in {folder} are of version {manifest.labelling}, here they are {labelling()}",
            None,
            "make the data anew, or install that version of igraph",
        )


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    value = asdict(manifest) | {
        "records": manifest.records,
        "records_per_cpu_second": round(manifest.throughput, 2),
    }
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    write_whole(folder / MANIFEST, lambda path: path.write_text(text, encoding="utf-8"))


@cache
def _commit() -> str:
    """The commit of the sources, with a + where they have been changed; empty where they aren't a checkout."""
    folder = Path(__file__).parent
    try:
        said = subprocess.run(
            ["git", "describe", "--always", "--abbrev=12", "--dirty=+", "--exclude=*"],
            cwd=folder, capture_output=True, text=True, timeout=5, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.strip()
