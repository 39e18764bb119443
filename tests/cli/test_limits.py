"""Time limits and Ctrl-C hold, whatever the program is busy with."""

from __future__ import annotations

import json
import math
import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from solver.cli.isolated import run_isolated, run_observed
from solver.errors import ConstructionError, DeadlineExceeded, ProcessDied, Span
from tests.cli.command import COMMAND, grid, run, run_process, start


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("heavy") / "grid.txt"
    path.write_text(f"grid\n{grid()}\n")
    return path


def test_prove_is_never_over_its_limit_by_more_than_a_second(heavy: Path) -> None:
    start_up = run_process("prove", "a b c = triangle a b c ? perp a b a c").seconds
    outcome = run_process("prove", heavy, "--timeout", 0.5)
    assert outcome.code == 1
    assert "timeout" in outcome.out.splitlines()[-2]
    assert outcome.err == ""
    assert outcome.memory < 1e9
    assert outcome.seconds < start_up + 1.5  # of the processor: how busy the machine is doesn't count


def test_a_timeout_as_json(heavy: Path) -> None:
    outcome = run_process("prove", heavy, "--timeout", 0.2, "--format", "json")
    value = json.loads(outcome.out)
    assert (outcome.code, value["status"], value["checked"]) == (1, "timeout", False)


def test_drawing_has_a_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contradiction = "a b c d = isquare a b c d; e = on_circle e a b, on_circle e c b, on_line e a c ? coll a e c"
    outcome = run(capsys, "draw", contradiction, "--timeout", 0.001, "--out", tmp_path / "figure.svg")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("error: timeout")


def test_ctrl_c_ends_a_proof_at_once(heavy: Path) -> None:
    process = start("prove", heavy, "--timeout", 60)
    time.sleep(1.5)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "interrupted\n")


def _in_terminal(*arguments: object, seconds: float) -> tuple[int, str]:
    """The exit code and what a terminal shows of a command that is interrupted after so long."""
    mine, theirs = pty.openpty()
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            env={**os.environ, "TERM": "xterm"},
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, inherited)
    os.close(theirs)
    shown = b""
    asked = time.monotonic() + seconds
    while select.select([mine], [], [], 60)[0]:
        try:
            shown += os.read(mine, 4096)
        except OSError:  # the other end is closed
            break
        if b"searching" in shown and time.monotonic() > asked:
            os.killpg(process.pid, signal.SIGINT)
            asked = math.inf
    os.close(mine)
    return process.wait(20), shown.decode()


#: Searches that find nothing for long.
LONG = {
    "without": ["--policy", "none"],
    "on two threads": ["--policy", "none", "--threads", 2],
}


@pytest.mark.parametrize("kind", ["without", "on two threads"])
def test_ctrl_c_gives_the_cursor_back_and_says_what_was_tried(kind: str) -> None:
    code, shown = _in_terminal("prove", "urquhart", "--timeout", 120, "--method", "synthetic", *LONG[kind], seconds=0.0)
    assert code == 130
    assert "\x1b[?25l" in shown, "the cursor was never hidden"
    assert shown.rfind("\x1b[?25h") > shown.rfind("\x1b[?25l")
    assert re.search(r"tried [\d,]+ of [\d,]+ one-point constructions", shown)
    assert shown.endswith("interrupted\r\n")


def test_the_end_of_the_time_gives_the_cursor_back() -> None:
    code, shown = _in_terminal(
        "prove", "urquhart", "--timeout", 3, "--method", "synthetic", *LONG["without"], seconds=math.inf
    )
    assert code == 1
    assert shown.rfind("\x1b[?25h") > shown.rfind("\x1b[?25l") >= 0


def test_progress_comes_from_the_process_that_works() -> None:
    def work(observe: Callable[[int], None]) -> str:
        for k in range(3):
            observe(k)
        return "done"

    seen: list[int] = []
    assert run_observed(work, 5.0, seen.append) == "done"
    assert seen == [0, 1, 2]


def test_isolated_work_gives_its_result_or_its_error() -> None:
    def fail() -> None:
        raise ConstructionError("no", Span(3, 4), "hint")

    assert run_isolated(lambda: [1, 2], 5.0) == [1, 2]
    with pytest.raises(ConstructionError) as caught:
        run_isolated(fail, 5.0)
    assert (caught.value.span, caught.value.hint) == (Span(3, 4), "hint")


def test_isolated_work_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(DeadlineExceeded, match="timeout"):
        run_isolated(lambda: time.sleep(600), 0.1)


def test_isolated_work_whose_process_dies_is_told() -> None:
    with pytest.raises(ProcessDied, match="exit code -9"):
        run_isolated(lambda: os.kill(os.getpid(), signal.SIGKILL), 5.0)
