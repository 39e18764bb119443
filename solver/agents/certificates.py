"""The certificates of proofs that were found, kept for the clients that ask for them."""

from __future__ import annotations

import hashlib
import zlib
from collections import OrderedDict

#: Bytes that are kept at most, compressed (a certificate takes one or two thousand); the oldest certificates go first.
MOST = 2_000_000
#: The address of one.
ADDRESS = "porism://certificate/{digest}"


class Certificates:
    """By their digest, so that a client finds its own only."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, certificate: str) -> str:
        """The address under which it can be read for a while."""
        text = certificate.encode()
        digest = hashlib.sha256(text).hexdigest()[:32]
        if digest not in self._kept:
            self._kept[digest] = zlib.compress(text)
            self._size += len(self._kept[digest])
            while self._size > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped)
        self._kept.move_to_end(digest)
        return ADDRESS.format(digest=digest)

    def find(self, digest: str) -> str | None:
        kept = self._kept.get(digest)
        return None if kept is None else zlib.decompress(kept).decode()
