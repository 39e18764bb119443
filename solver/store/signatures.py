"""The index: a few 64-bit numbers an entry, by which a query finds what to look at more closely.

A figure's signature has a bit for each of 256 fixed directions: on which side of the plane across it, through the middle of usual
figures, the vector is (through the origin, half of the bits would be the same for all figures). Vectors at an angle of φ
differ in a share φ/π of their bits, seen from there (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002), so that
the nearest by bits, some hundreds of a million, have the nearest by distance among them; their distances are then computed.
Beside an index that is a graph or has cells, it needs no training and no rebuilding, other conditions narrow it exactly, and
entries that are added, or lost with a killed process, are rows like others.

A text's signature is a Bloom filter of the three-letter parts of it (two Chinese characters are a part as well): what has a word
has all bits of the word. Words are then looked for in the texts that are left.
"""

from __future__ import annotations

import base64
from functools import cache

import numpy as np
from numpy.typing import NDArray

from solver.records.likeness import SIZE, Vector, mixed, vector_of_bytes

#: 64-bit numbers of a figure's signature, and of a text's.
FIGURE, TEXT = 4, 8
#: To be counted up whenever signatures change.
VERSION = 1
_BITS = 64
#: A character takes 21 bits; the last one of ASCII.
_SHIFT, _ASCII = np.uint64(21), np.uint64(127)

#: The mean vector of 120 generated theorems and 103 of the collection's figures, as bytes.
_MIDDLE = base64.b64decode(
    "7ae2K4AncZlmpaukPIe5F5CYKi0rEdqgBJKuEVCRnDCTjfKX2ZqIkF+gfwUejqIePSn4qFyqmRiiqvUfoCqKHSygRy3QH/8ubINmrIqeASL0mp"
    "4nOZcGIBGRf5qjHkilpRVkr/+0x5/Bpn4eAxoxhQQYNCiynB2nTCo3MyqpZK1TFbWp2izpIK0uQBhbqrsu0yoAKVsvdKzjFnggzi6tH5GwAKdQ"
    "IEYwyh3vEQ+i2BywIG2tbyKXDTQcv5xdLl6zBqRJJC+uuicuLGiVBy+aLW000BoPHbWnuKDtI7qbuCjdHWaecCInLNQgSCTYHsyc7BXDqLmoUj"
    "BMNnAlsqANqQ=="
)


def figure_signature(vector: Vector) -> list[int]:
    """FIGURE numbers."""
    bits = ((vector - vector_of_bytes(_MIDDLE)).astype(np.float64) @ _directions()) > 0
    return _numbers(bits, FIGURE)


def text_signature(text: str) -> list[int]:
    """TEXT numbers, of a text in lower case."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    first, second = codes[:-1], codes[1:]
    pairs = ((first << _SHIFT) + second)[(first > _ASCII) & (second > _ASCII)]
    triples = (((codes[:-2] << _SHIFT) + codes[1:-1]) << _SHIFT) + codes[2:]
    places = mixed(np.concatenate([pairs, triples])) % np.uint64(TEXT * _BITS)
    bits = np.zeros(TEXT * _BITS, dtype=bool)
    bits[places.astype(np.int64)] = True
    return _numbers(bits, TEXT)


def _numbers(bits: NDArray[np.bool_], count: int) -> list[int]:
    return np.packbits(bits, bitorder="little").view("<u8").reshape(count).tolist()


@cache
def _directions() -> NDArray[np.float64]:
    """(SIZE, bits): of ±1, the same on every machine."""
    bits = FIGURE * _BITS
    numbers = mixed(np.arange(SIZE * bits, dtype=np.uint64))
    return np.where(numbers >> np.uint64(63), 1.0, -1.0).reshape(SIZE, bits)
