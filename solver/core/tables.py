"""Write the core's enumerations from the tables of solver/statements, as a header.

CMake runs it (`python solver/core/tables.py HEADER`), with nothing but the standard library: so a rule, a theory, a kind of locus or a
side condition is numbered in one place, and no two can drift apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)  # instead of this folder

from solver.statements.locus_kinds import LOCUS_KINDS, LocusKind  # noqa: E402
from solver.statements.rules import RULES, CenterLocus, CommonLocus, Division, Logged  # noqa: E402
from solver.statements.side_conditions import SIDE_CONDITIONS  # noqa: E402
from solver.statements.theories import Theory  # noqa: E402

HEAD = """// Made by solver/core/tables.py from the tables of solver/statements, which is where to change it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace porism {
"""


def header() -> str:
    """The whole header."""
    logged = [(rule.name, _arguments(rule.logged)) for rule in RULES if rule.logged is not None]
    conditions = [c for c in SIDE_CONDITIONS if c.in_core]
    return "\n".join(
        (
            HEAD,
            *_enumeration("Theory", ((t.name, "") for t in Theory)),
            f"inline constexpr std::size_t kTheories = {len(Theory)};",
            "",
            "// Arguments of a journal's entry: points, then numbers.",
            *_enumeration("Rule", logged),
            "",
            "// All rules: those of the steps of proofs, and those of the journal.",
            *_nested("Rules", ((rule.name, "") for rule in RULES)),
            *_flags("kRestates", (rule.restates for rule in RULES)),
            *_flags("kHasArcs", (rule.logged is not None and rule.logged.has_arcs for rule in RULES)),
            "",
            *(line for numbers in (Division, CenterLocus, CommonLocus) for line in (*_of_numbers(numbers), "")),
            *_nested("LocusKinds", ((kind.name, kind.construction) for kind in LOCUS_KINDS)),
            *_locus_traits(),
            "",
            *_nested("SideConditions", ((c.name, c.names) for c in conditions)),
            f"inline constexpr std::array<std::size_t, {len(conditions)}> kSideConditionsPoints = "
            f"{{{', '.join(str(c.points) for c in conditions)}}};",
            "",
            "}  // namespace porism",
            "",
        )
    )


def _arguments(logged: Logged) -> str:
    return "; ".join(part for part in (logged.points, ", ".join(logged.numbers)) if part)


def constant(name: str) -> str:
    """`kSimilarAa` for `similar_aa`."""
    return "k" + "".join(word.capitalize() for word in name.split("_"))


def _enumeration(name: str, members: Iterable[tuple[str, str]]) -> list[str]:
    """An enumeration with a comment for each member, and the names by which Python has them."""
    rows = list(members)
    return [f"enum class {name} : std::uint8_t {{", *_members(rows), "};", _names(name, rows)]


def _nested(name: str, members: Iterable[tuple[str, str]]) -> list[str]:
    """The same for what is used as an index: an enumeration `Kind` that stands for numbers, in a struct of this name."""
    rows = list(members)
    return [f"struct {name} {{", "    enum Kind : std::uint8_t {", *_members(rows), "    };", "};", _names(name, rows)]


def _members(rows: Sequence[tuple[str, str]]) -> list[str]:
    return [f"    {constant(member)},{f'  // {comment}' if comment else ''}" for member, comment in rows]


def _names(name: str, rows: Sequence[tuple[str, str]]) -> str:
    listed = ", ".join(f'"{member.upper()}"' for member, _ in rows)
    return f"inline constexpr std::array<const char*, {len(rows)}> k{name}Names = {{{listed}}};"


def _flags(name: str, values: Iterable[bool]) -> list[str]:
    """One for each member of an enumeration, in its order."""
    listed = [str(value).lower() for value in values]
    return [f"inline constexpr std::array<bool, {len(listed)}> {name} = {{{', '.join(listed)}}};"]


def _of_numbers(numbers: type[IntEnum]) -> list[str]:
    said = [f"    {constant(number.name.lower())} = {number.value}," for number in numbers]
    return [f"enum class {numbers.__name__} : std::uint8_t {{", *said, "};"]


def _locus_traits() -> list[str]:
    """What is known of each kind; sets of parents, and of pairs of them, as bits."""
    pairs = [(0, 1), (1, 2), (0, 2)]

    def row(kind: LocusKind) -> str:
        is_line = "true" if kind.is_line else "false"
        return f"    {{{is_line}, {kind.parents}, {_bits(kind.through, range(3))}, {_bits(kind.apart, pairs)}}},"

    return [
        "struct LocusTraits {",
        "    bool is_line;",
        "    std::uint8_t parents, through;  // how many; bits of those that it goes through by definition",
        "    std::uint8_t apart;             // bits of the pairs (0, 1), (1, 2), (0, 2) that must be different points",
        "};",
        f"inline constexpr std::array<LocusTraits, {len(LOCUS_KINDS)}> kLocusTraits = {{{{",
        *map(row, LOCUS_KINDS),
        "}};",
    ]


def _bits(members: Sequence[object], of: Sequence[object]) -> int:
    return sum(1 << i for i, one in enumerate(of) if one in members)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(header(), encoding="utf-8")
