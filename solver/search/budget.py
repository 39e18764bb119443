"""What a search may take, and what it tells of itself: known to callers that may never come to search."""

from __future__ import annotations

from dataclasses import dataclass, field

MEGABYTE = 10**6


@dataclass(frozen=True)
class Memory:
    """What a search may hold at once. waiting: bytes of what waits; at_hand: bytes of nodes; sets: how many sets of points
    it remembers to have tried (22 bytes each at most, 33 while their table grows)."""

    waiting: int
    at_hand: int
    sets: int

    @staticmethod
    def of(limit: int) -> Memory:
        """limit: bytes of the process, of which Python and the ranking of one node's candidates take a part."""
        return Memory(limit // 4, limit * 7 // 20, limit // 125)


MEMORY = 1000 * MEGABYTE
_DEFAULT = Memory.of(MEMORY)


@dataclass(frozen=True)
class Budget:
    """seconds: wall clock. depth: most steps, each of an auxiliary point, or of one with its images. closures: trials at most
    (None: any number)."""

    seconds: float
    depth: int = 4
    closures: int | None = None
    memory: Memory = _DEFAULT

    @property
    def room(self) -> int:
        """For how many points."""
        return 3 * self.depth


@dataclass
class SearchReport:
    """What was tried. by_depth[d]: sets of d + 1 points tried.

    one_point: places of one-point constructions there are (of the stages begun). lemmas: sets of points whose facts about the
    statement were absorbed. beginnings: how often the search began. dropped: sets tried and then not extended, for want of
    memory. with_images: each point was tried with its images, all of which count as one.
    """

    closures: int = 0
    seconds: float = 0.0
    by_depth: list[int] = field(default_factory=list)
    one_point: int = 0
    lemmas: int = 0
    beginnings: int = 1
    dropped: int = 0
    with_images: bool = False

    @property
    def rate(self) -> float:
        """Closures per second."""
        return self.closures / self.seconds if self.seconds else 0.0

    def in_words(self) -> str:
        """What exactly has been tried without success."""
        if not self.by_depth:
            return "no construction was tried"
        words = [f"{self.by_depth[0]:,} of {self.one_point:,} one-point constructions"]
        words += [f"{n:,} with {d} points" for d, n in enumerate(self.by_depth[1:], start=2) if n]
        if self.with_images:
            words.append("each point with its images")
        lemmas = f"absorbed {self.lemmas} lemmas, " if self.lemmas else ""
        dropped = f", {self.dropped:,} not extended for want of memory" if self.dropped else ""
        return f"{lemmas}tried {', '.join(words)} at {self.rate:,.0f} closures/s{dropped}"
