"""The core's C++: laid out by clang-format, folders that use those before them only, functions that can be read at one look."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core_layout import functions_of

ROOT = Path(__file__).parents[1]
CORE = ROOT / "solver" / "core"
FILES = sorted((*CORE.rglob("*.cpp"), *CORE.rglob("*.hpp")))
#: Each includes those before it.
FOLDERS = ("numeric", "theories", "theorems", "passes", "search", "discovery", "tracing", "binding")
MOST_LINES, MOST_DEPTH = 60, 5

FORMATTER = shutil.which("clang-format", path=f"{Path(sys.executable).parent}") or shutil.which("clang-format")
COMPILER = shutil.which("c++")


@pytest.mark.skipif(FORMATTER is None, reason="clang-format isn't installed")
def test_the_cpp_is_laid_out_by_clang_format() -> None:
    found = subprocess.run(
        [str(FORMATTER), "--dry-run", "--Werror", *map(str, FILES)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stderr[:2000]


def test_a_folder_uses_those_before_it() -> None:
    assert {f.relative_to(CORE).parts[0] for f in FILES} == set(FOLDERS)
    for file in FILES:
        own = FOLDERS.index(file.relative_to(CORE).parts[0])
        for folder in re.findall(r'^#include "(\w+)/', file.read_text(encoding="utf-8"), re.MULTILINE):
            assert FOLDERS.index(folder) <= own, f"{file.relative_to(CORE)} includes {folder}"


def test_no_function_is_longer_or_deeper_than_can_be_read_without_a_stated_reason() -> None:
    """A comment in it that begins with `Long:` or `Deep:` states one."""
    functions = [function for file in FILES for function in functions_of(file)]
    assert len(functions) > 300
    too_much = [f for f in functions if (f.lines > MOST_LINES or f.depth > MOST_DEPTH) and not f.has_reason]
    assert not too_much, "\n".join(f"{f.file.name}: {f.lines} lines, depth {f.depth}: {f.head}" for f in too_much)


def test_lines_and_depth_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "some.cpp"
    file.write_text(
        "namespace porism {\n\nint f(int x) {\n    const std::array<int, 2> y = {1, 2};\n    for (int i = 0; i < x; ++i) {\n"
        "        if (i) {\n            const auto g = [&](int k) {\n                return k;\n            };\n        }\n    }\n"
        "    return 0;\n}\n\nint g() { return 1; }\n\n}  // namespace porism\n",
        encoding="utf-8",
    )
    f, *_ = functions_of(file)
    assert (f.lines, f.depth, f.has_reason) == (11, 3, False)


@pytest.mark.skipif(COMPILER is None, reason="there is no compiler")
@pytest.mark.parametrize(("listed", "compiles"), [("d.a, d.b", True), ("d.a", False)])
def test_a_member_that_a_rollback_forgets_does_not_compile(tmp_path: Path, listed: str, compiles: bool) -> None:
    source = tmp_path / "some.cpp"
    source.write_text(
        f"""#include "numeric/rollback.hpp"
        struct Some {{
            std::vector<int> a;
            porism::Noted<int> b;
            auto members() {{ auto& d = *this; return std::tie({listed}); }}
            auto members() const {{ auto& d = *this; return std::tie({listed}); }}
        }};
        void trial(Some& own, const Some& base) {{ porism::take_back(own, base); }}
        """,
        encoding="utf-8",
    )
    command = [str(COMPILER), "-std=c++20", "-fsyntax-only", f"-I{CORE}", str(source)]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (found.returncode == 0) == compiles, found.stderr[:2000]
