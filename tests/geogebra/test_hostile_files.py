"""Files that are damaged, or made to do harm: one clear message, after little work."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from solver.errors import ParseError
from solver.geogebra.archive import packed
from solver.geogebra.read import read_geogebra
from tests.cli.command import run_process
from tests.geogebra.files import TRIANGLE, boolean, command, construction, element, point, saved

FIGURE = construction(*TRIANGLE, boolean("goal", "AreCollinear[A, B, C]"))


def _zipped(data: bytes, name: str = "geogebra.xml", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def _declared(data: bytes, size: int) -> bytes:
    """The zip with a lie about the size of its member, in both places that tell it."""
    central = data.index(b"PK\x01\x02")
    lie = struct.pack("<I", size)
    data = data[: central + 24] + lie + data[central + 28 :]
    return data[:22] + lie + data[26:]


def _encrypted() -> bytes:
    data = bytearray(packed(FIGURE))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _many_members() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for k in range(1001):
            archive.writestr(f"{k}", "")
    return buffer.getvalue()


def _with_head(head: str, body: str = "") -> bytes:
    return packed(
        FIGURE.replace("<geogebra", f"{head}<geogebra", 1).replace("</construction>", f"{body}</construction>")
    )


_LAUGHS = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 10))
_EMPTY = '<?xml version="1.0" encoding="utf-8"?><geogebra format="5.0"></geogebra>'

#: File (the large ones are made when they are needed) and message.
FILES: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "empty": (b"", "is a zip, and this isn't one"),
    "no zip": (b"a b c = triangle a b c ? coll a b c\n", "is a zip, and this isn't one"),
    "random bytes": (b"PK" + random.Random(0).randbytes(10_000), "damaged"),
    "truncated": (packed(FIGURE)[:-40], "damaged"),
    "cut in the middle": (packed(FIGURE)[: len(packed(FIGURE)) // 2], "damaged"),
    "wrong checksum": (packed(FIGURE).replace(packed(FIGURE)[14:18], b"\0\0\0\0"), "damaged"),
    "no construction": (_zipped(b"", "geogebra_macro.xml"), "there is no geogebra.xml in it"),
    "encrypted": (_encrypted(), "encrypted"),
    "another method": (_zipped(FIGURE.encode(), method=zipfile.ZIP_BZIP2), "a way that GeoGebra doesn't use"),
    "many members": (_many_members(), "more than 1,000 parts"),
    "a bomb that says so": (lambda: _zipped(bytes(200_000_000)), "larger than 5,000,000 bytes when unpacked"),
    "a bomb that doesn't": (lambda: _declared(_zipped(bytes(200_000_000)), 1_000), "damaged"),
    "50 MB of XML": (lambda: _zipped(FIGURE.replace("</construction>", "<x/>" * 12_500_000 + "</construction>").encode()), "larger than 5,000,000 bytes when"),
    "a file of 50 MB": (lambda: _zipped(random.Random(0).randbytes(50_000_000), method=zipfile.ZIP_STORED), "larger than 5,000,000 bytes"),
    "5 MB of tags": (lambda: packed(FIGURE.replace("</construction>", "<x/>" * 1_200_000 + "</construction>")), "more than 60,000 tags"),
    "deep nesting": (packed(FIGURE.replace("</construction>", "<x>" * 100_000)), "nested more than 30 deep"),
    "a long attribute": (packed(construction(point("A" * 100_000, 0, 0))), "more than 2,000 characters"),
    "no XML": (packed("figure"), "the XML in the GeoGebra file is damaged"),
    "unclosed XML": (packed(FIGURE[:-30]), "the XML in the GeoGebra file is damaged"),
    "no text": (_zipped(b"\xff\xfe\x00" * 100), "the XML in the GeoGebra file is damaged"),
    "another document": (packed(_EMPTY), "no construction in it"),
    "a document type": (_with_head("<!DOCTYPE geogebra>"), "declares a document type"),
    "an external entity": (
        _with_head('<!DOCTYPE geogebra [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<x>&x;</x>"), "declares a document type"
    ),
    "an external document type": (_with_head('<!DOCTYPE geogebra SYSTEM "http://127.0.0.1/x.dtd">'), "declares a document type"),
    "billion laughs": (_with_head(f'<!DOCTYPE g [<!ENTITY l0 "ha">{_LAUGHS}]>', "<x>&l9;</x>"), "declares a document type"),
    "an undeclared entity": (_with_head("", "<x>&x;</x>"), "the XML in the GeoGebra file is damaged"),
    "a label twice": (packed(construction(*TRIANGLE, point("A", 1, 1))), "“A” is defined twice"),
    "nested brackets": (packed(construction(*TRIANGLE, boolean("goal", "(" * 900 + "A" + ")" * 900))), "words and signs"),
    "deep brackets": (packed(construction(*TRIANGLE, boolean("goal", "(" * 50 + "A" + ")" * 50))), "nested more than 20 deep"),
    "a long sum": (packed(construction(*TRIANGLE, boolean("goal", "+".join("A" * 900)))), "words and signs"),
    "booleans in a circle": (packed(construction(*TRIANGLE, boolean("goal", "goal ∧ goal"))), "refer to each other"),
    "a chain of booleans": (
        packed(construction(*TRIANGLE, boolean("b0", "A ∈ A"), *(boolean(f"b{k}", f"b{k - 1}") for k in range(1, 2000)), boolean("goal", "b1999"))),
        "refer to each other",
    ),
    "5,000 points": (packed(construction(*(point(f"A_{{{k}}}", k, k * k % 7) for k in range(5000)))), "more than 150 points"),
    "points that aren't": (packed(construction(element("point", "A", '<coords x="NaN" y="Infinity" z="0"/>'))), "undefined"),
    "huge coordinates": (packed(construction(point("A", 1e300, 1))), "undefined or too far away"),
    "no coordinates": (packed(construction(element("point", "A"))), "undefined or too far away"),
    "no points": (packed(construction()), "there are no points"),
    "a huge polygon": (packed(construction(*TRIANGLE, command("Polygon A B 1000000", "q", "D"), point("D", 1, 1))), "1000000 corners"),
    "a line of one point": (packed(construction(*TRIANGLE, command("Line A A", "f"), command("Point f", "D"), point("D", 1, 1))), "a line through A and A is none"),
    "a flat circle": (
        packed(construction(point("A", 0, 0), point("B", 1, 0), point("C", 2, 0), command("Circle A B C", "c"), command("Point c", "D"), point("D", 1, 1))),
        "collinear",
    ),
    "a large number": (packed(construction(*TRIANGLE, element("numeric", "r", '<value val="1e400"/>'), command("Circle A r", "c"), command("Point c", "D"), point("D", 1, 1))), "no simple fraction"),
}  # fmt: skip


def _file(kind: str) -> bytes:
    data = FILES[kind][0]
    return data if isinstance(data, bytes) else data()


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_is_refused_after_little_work(kind: str) -> None:
    data, message = _file(kind), FILES[kind][1]
    started = time.process_time()
    with pytest.raises(ParseError) as caught:
        read_geogebra(data)
    assert time.process_time() - started < 2.0  # of the processor, however busy the machine is
    assert message in caught.value.message
    assert caught.value.hint
    assert len(caught.value.message) < 280


@pytest.mark.parametrize(
    "kind",
    [
        "no zip",
        "truncated",
        "no construction",
        "a bomb that says so",
        "billion laughs",
        "a file of 50 MB",
        "deep nesting",
    ],
)
def test_the_command_says_so_in_two_lines(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "figure.ggb"
    path.write_bytes(_file(kind))
    outcome = run_process("prove", path)
    assert (outcome.code, outcome.out) == (2, "")
    lines = outcome.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("error: ")
    assert FILES[kind][1] in lines[0]
    assert lines[1].startswith("  hint: ")
    assert outcome.memory < 1e9


@pytest.mark.parametrize(
    ("name", "goal"),
    [("orthocenter-reflection", None), ("squares-on-two-sides", "cong A B A D"), ("tangents-from-a-point", None)],
)
def test_any_change_of_a_file_gives_a_problem_or_one_error(name: str, goal: str | None) -> None:
    xml = _xml(saved(name))
    at = xml.index(b"<construction")
    rng = random.Random(5)
    refused = 0
    for _ in range(150):
        changed = bytearray(xml)
        for _ in range(rng.randint(1, 4)):
            k = rng.randrange(at, len(changed))
            changed[k : k + rng.randint(0, 3)] = rng.choice([b"", b"A", b"0", b"[", b'"', b"-", b" ", b"Line", b"\xff"])
        try:
            problem = read_geogebra(_zipped(bytes(changed)), goal=goal)
        except ParseError as error:
            refused += 1
            assert 0 < len(error.message) < 400
        else:
            assert problem.points
    assert 0 < refused < 150


def _xml(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("geogebra.xml")
