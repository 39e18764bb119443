"""Which entries have a word, without their texts being read: an index of the parts of texts.

A text is taken apart into runs of letters and digits, signs, and pairs and triples of Chinese characters. Two tables say
for each batch of entries which have a part. What is looked for may begin and end within a run, so the parts are gone through
for those that contain it: they are few, since texts are many and words are not. Where a word is more than one part, as
`AB=CD`, the index says who may have it, and the texts have to be read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The tables of the index. rows: which entries of the batch have the part, counted from its first. Parts that many have are apart
#: from the others: a bit an entry, and else the numbers of those that have it. So are parts of digits alone, of which there are as many as
#: names: a word with a letter isn't looked for among them.
COMMON, RARE, NUMERALS = "common_parts", "rare_parts", "numeral_parts"
TABLES = tuple(f"CREATE TABLE {table} (part VARCHAR, first BIGINT, rows BLOB)" for table in (COMMON, RARE, NUMERALS))
#: The numbers of a batch's entries have two bytes.
MOST_IN_BATCH = 1 << 16
#: Characters of Chinese, Japanese and Korean, which are written without spaces.
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_PART = re.compile(rf"[{_WIDE}]+|[^\W_{_WIDE}]+|[^\w\s]|_")
_IS_WIDE = re.compile(rf"[{_WIDE}]")
#: How many rows of the index are read together.
_TOGETHER = 50_000

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Candidates:
    """mask: of the entries that may have all words. is_certain: whether they do."""

    mask: Mask
    is_certain: bool


def add_parts(connection: DuckDBPyConnection, first: int, texts: Sequence[str]) -> None:
    """Adds a batch of texts, in lower case, of the entries from the first one on."""
    has: dict[str, list[int]] = defaultdict(list)
    for i, text in enumerate(texts):
        for part in _parts(text):
            has[part].append(i)
    many = len(texts) // 16  # more take less room as bits
    common = [(part, np.packbits(_mask_of(own, len(texts))).tobytes()) for part, own in has.items() if len(own) > many]
    others = [(part, np.array(own, dtype="<u2").tobytes()) for part, own in has.items() if len(own) <= many]
    rare = [row for row in others if not row[0].isdecimal()]
    numerals = [row for row in others if row[0].isdecimal()]
    for table, rows in ((COMMON, common), (RARE, rare), (NUMERALS, numerals)):
        if rows:
            names, data = zip(*sorted(rows), strict=True)
            connection.execute(
                f"INSERT INTO {table} SELECT unnest($1::VARCHAR[]), $2, unnest($3::BLOB[])", [names, first, data]
            )


def having(connection: DuckDBPyConnection, words: Sequence[str], size: int) -> Candidates:
    """The entries among the first `size` that may have all of the words."""
    mask = np.ones(size, dtype=bool)
    is_certain = True
    for word in words:
        sought = list(_sought(word.lower()))
        for one in sought:
            mask &= _mask(connection, one, size)
        is_certain &= word == "" or (len(sought) == 1 and sought[0].is_whole)
    return Candidates(mask, is_certain)


#: Which parts are meant by a run of a word, by whether the word begins with it, and ends with it.
_WITHIN = {
    (False, False): "part = $1", (True, False): "suffix(part, $1)", (False, True): "prefix(part, $1)",
    (True, True): "contains(part, $1)",
}  # fmt: skip


@dataclass(frozen=True)
class _Sought:
    """A part that a word has. condition: which parts of texts are meant. is_whole: the word is nothing else."""

    text: str
    condition: str
    is_whole: bool


def _sought(word: str) -> Iterator[_Sought]:
    for match in _PART.finditer(word):
        run = match.group()
        opens, ends = match.start() == 0, match.end() == len(word)
        is_wide = _IS_WIDE.match(run) is not None
        if is_wide and len(run) > 1:
            for part in sorted({run[i : i + 3] for i in range(max(1, len(run) - 2))}):
                yield _Sought(part, "part = $1", opens and ends and part == run)
        elif is_wide:
            yield _Sought(run, "contains(part, $1)", opens and ends)
        else:
            is_sign = not run.isalnum()
            yield _Sought(run, _WITHIN[opens and not is_sign, ends and not is_sign], opens and ends)


def _mask(connection: DuckDBPyConnection, sought: _Sought, size: int) -> Mask:
    found = np.zeros(size + MOST_IN_BATCH, dtype=bool)
    rows = connection.execute(f"SELECT first, rows FROM {COMMON} WHERE {sought.condition}", [sought.text])
    for first, data in rows.fetchall():
        bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8)).view(bool)
        found[first : first + len(bits)] |= bits
    for table in (RARE, NUMERALS) if sought.text.isdecimal() else (RARE,):
        rows = connection.execute(f"SELECT first, rows FROM {table} WHERE {sought.condition}", [sought.text])
        while batch := rows.fetchmany(_TOGETHER):
            numbers = np.frombuffer(b"".join(data for _, data in batch), dtype="<u2").astype(np.int64)
            firsts = np.array([first for first, _ in batch], dtype=np.int64)
            found[numbers + np.repeat(firsts, [len(data) // 2 for _, data in batch])] = True
    return found[:size]


def _mask_of(numbers: Sequence[int], size: int) -> Mask:
    found = np.zeros(size, dtype=bool)
    found[list(numbers)] = True
    return found


def _parts(text: str) -> set[str]:
    found: set[str] = set()
    for run in _PART.findall(text):
        if len(run) > 1 and _IS_WIDE.match(run):
            found.update(run[i : i + size] for size in (2, 3) for i in range(len(run) - size + 1))
        else:
            found.add(run)
    return found
