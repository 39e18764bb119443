"""results.jsonl as kills, full disks and other programs leave it: the run goes on, and nothing is lost."""

from __future__ import annotations

import io
import json
import multiprocessing
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from rich.console import Console

from solver.bench.attempt import failed
from solver.bench.records import DAMAGED, RESULTS, read_results
from solver.bench.run import BenchOptions, run_bench
from solver.errors import PorismError
from solver.language.read import NamedStatement
from solver.runtime.files import only_writer
from tests.bench.statements import TRIANGLE

NAMES = ("good", "bad", "late")
PROBLEMS = [NamedStatement(name, f"{TRIANGLE} ? perp a b a c") for name in NAMES]
WHOLE = failed("good", "false", "kept", 0)


def line(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


#: Lines that are no whole record.
DAMAGE = {
    "only a name": line({"name": "bad"}),
    "an unknown status": line(failed("bad", "solved", "", 0)),
    "seconds that are no number": line(failed("bad", "false", "", 0) | {"seconds": "x"}),
    "seconds that are none": line(failed("bad", "false", "", 0) | {"seconds_closure": None}),
    "infinite seconds": line(failed("bad", "false", "", 0) | {"seconds": float("inf")}),
    "a name that is no text": line(failed("bad", "false", "", 0) | {"name": 5}),
    "files that are no files": line(failed("bad", "false", "", 0) | {"files": ["x"]}),
    "a truth that is none": line(failed("bad", "false", "", 0) | {"checked": "yes"}),
    "a list": b"[1, 2]\n",
    "another program's": b"name,status\nbad,false\n",
    "cut in the middle": line(failed("bad", "false", "", 0))[:40],
    "cut in a character": line(failed("bad", "false", "∥", 0)).partition("∥".encode())[0] + "∥".encode()[:2],
    "bytes of any kind": bytes(range(128, 256)) + b"\n",
    "deep brackets": b"[" * 100_000 + b"\n",
}


def bench(out: Path, **options: object) -> tuple[dict[str, object], str]:
    said = io.StringIO()
    summary = run_bench(
        PROBLEMS, BenchOptions(out, timeout=10.0, jobs=1, **({"resume": True} | options)), Console(file=said, width=300)
    )  # type: ignore[arg-type]
    return summary, said.getvalue()


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_line_is_put_aside_and_the_rest_is_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / RESULTS
    path.write_bytes(line(WHOLE) + DAMAGE[kind])
    found = read_results(path)
    assert found.records == {"good": WHOLE}
    assert b"\n".join(found.damaged.values()) == DAMAGE[kind].strip(b"\n")
    assert min(found.damaged) == 2


@pytest.mark.parametrize("kind", ["only a name", "cut in a character"])
def test_a_run_goes_on_after_damage(kind: str, tmp_path: Path) -> None:
    (tmp_path / RESULTS).write_bytes(line(WHOLE) + DAMAGE[kind])
    summary, said = bench(tmp_path)
    assert (summary["total"], summary["false"]) == (3, 3)
    assert f"{RESULTS}, line 2: no whole record; kept in {DAMAGED}" in said
    assert (tmp_path / DAMAGED).read_bytes().strip() == DAMAGE[kind].strip()
    after = read_results(tmp_path / RESULTS)
    assert (list(after.records), after.damaged) == (list(NAMES), {})
    assert after.records["good"]["message"] == "kept"


def test_a_run_of_another_seed_isnt_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / RESULTS).write_bytes(line(WHOLE))
    with pytest.raises(PorismError, match="has results of seed 0, and this run is of seed 5") as caught:
        bench(tmp_path, seed=5)
    assert "--seed 0" in caught.value.hint
    assert (tmp_path / RESULTS).read_bytes() == line(WHOLE)


def test_one_process_at_a_time_writes_to_a_run(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    has, may_end = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(tmp_path, has, may_end))
    process.start()
    try:
        assert has.wait(60)
        with pytest.raises(PorismError, match="another process is writing to"):
            bench(tmp_path)
        assert not (tmp_path / RESULTS).exists()
    finally:
        may_end.set()
        process.join()
    with only_writer(tmp_path):  # it ends with the process
        pass


def test_the_lock_of_a_process_that_was_killed_is_gone(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    has, never = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(tmp_path, has, never))
    process.start()
    assert has.wait(60)
    process.kill()
    process.join()
    with only_writer(tmp_path):
        pass


def _hold(folder: Path, has: Event, may_end: Event) -> None:
    with only_writer(folder):
        has.set()
        may_end.wait(60)
