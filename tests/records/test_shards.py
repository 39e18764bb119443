"""Records on disk come back as they were; a folder says what is wrong with it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from solver.errors import PorismError
from solver.records.dataset import Dataset
from solver.records.shards import MANIFEST, Shard, add_shard, begin, go_on
from tests.generate.stub import described, made, renamed


def written(folder: Path, shards: int = 2) -> list[object]:
    rows = [described(renamed(made(k % 3), k)) for k in range(2 * shards)]
    manifest = begin(folder, 3, {"kinds": 3})
    for k in range(shards):
        manifest = add_shard(folder, manifest, rows[2 * k : 2 * k + 2], Shard("", 0, (2 * k, 2 * k + 2), 0.5))
    return list(rows)


def test_records_come_back(tmp_path: Path) -> None:
    rows = written(tmp_path)
    data = Dataset(tmp_path)
    assert len(data) == 4
    for number, (row, back) in enumerate(zip(rows, data.rows(), strict=True)):
        assert repr(back) == repr(row) == repr(data.row(number))  # arrays have no equality of their own
    assert np.array_equal(next(data.records()).xy, made(0).xy)
    assert next(data.records()).diagrams()[0].points == next(data.records()).problem().points
    held = sum(row.is_held_out for row in data.rows())
    assert len(list(data.training())) == 4 - held and len(list(data.held_out())) == held


def test_one_figure_in_twenty_is_held_out_with_all_that_it_gave() -> None:
    row = described(made(0))
    of_figures = [replace(row, record=replace(row.record, seed=seed)).is_held_out for seed in range(2000)]
    assert 60 < sum(of_figures) < 140
    again = described(replace(made(1), seed=of_figures.index(True), origin=row.record.origin))
    assert again.is_held_out


def test_auxiliary_points_are_told_in_words() -> None:
    row = described(made(1))
    assert row.auxiliary == ("x = on_line x a b, on_bline x a c",)
    assert row.kinds == ("on_bline × on_line",)
    assert (row.points, row.goal) == (5, "para")


def test_a_shard_that_the_manifest_does_not_name_is_not_there(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "00002.parquet").write_bytes(b"PAR1 cut off")
    assert len(list(Dataset(tmp_path).rows())) == 4
    manifest = go_on(tmp_path, 3, {"kinds": 3})
    add_shard(tmp_path, manifest, [described(made(0))], Shard("", 0, (4, 5), 0.1))
    assert len(list(Dataset(tmp_path).rows())) == 5


def test_data_whose_manifest_is_missing_is_never_overwritten(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / MANIFEST).unlink()
    before = {p.name: p.read_bytes() for p in tmp_path.glob("*.parquet")}
    for attempt in (begin, go_on):
        with pytest.raises(PorismError, match=r"has data \(00000.parquet, …\), but no manifest.json"):
            attempt(tmp_path, 3, {"kinds": 3})
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.parquet")} == before


@pytest.mark.parametrize("where", [0.05, 0.3, 0.6, 0.95])
def test_a_shard_that_is_damaged_inside_is_named(where: float, tmp_path: Path) -> None:
    written(tmp_path, 1)
    path = tmp_path / "00000.parquet"
    data = bytearray(path.read_bytes())
    start = int(where * len(data))
    data[start : start + 40] = bytes(255 - b for b in data[start : start + 40])
    path.write_bytes(data)
    damaged = 0
    for read in (
        lambda: list(Dataset(tmp_path).rows()),
        lambda: Dataset(tmp_path).row(1),
        lambda: Dataset(tmp_path).column("canonical"),
    ):
        try:
            read()
        except PorismError as error:
            assert "00000.parquet can't be read" in error.message
            damaged += 1
    assert damaged or where == 0.95


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(PorismError, match="has no manifest"):
        Dataset(tmp_path)
    written(tmp_path, 1)
    with pytest.raises(PorismError, match="has data"):
        begin(tmp_path, 3, {})
    with pytest.raises(PorismError, match="seed 3"):
        go_on(tmp_path, 4, {"kinds": 3})
    with pytest.raises(PorismError, match="other settings: kinds"):
        go_on(tmp_path, 3, {"kinds": 4})
    with pytest.raises(PorismError, match="no record 2"):
        Dataset(tmp_path).row(2)
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    (tmp_path / MANIFEST).write_text(json.dumps(manifest | {"labelling": "0, igraph 0"}))
    with pytest.raises(PorismError, match="canonical forms"):
        go_on(tmp_path, 3, {"kinds": 3})
    (tmp_path / "00000.parquet").write_bytes(b"nothing")
    with pytest.raises(PorismError, match=r"00000\.parquet can't be read"):
        list(Dataset(tmp_path).rows())
    (tmp_path / MANIFEST).write_text("{}")
    with pytest.raises(PorismError, match="can't be read"):
        Dataset(tmp_path)
