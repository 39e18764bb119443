"""The checker shares no code with the engine: neither what it imports, nor what that imports in turn."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHECKER = sorted((ROOT / "solver" / "checker").rglob("*.py"))

#: What the checker may import, or reach: plane geometry places the points of constructions, what is kept are grammars.
MAY_IMPORT = (
    "solver.errors",
    "solver.statements",
    "solver.language",
    "solver.checker",
    "solver.coordinates",
    "solver.deadline",
    "solver.plane",
    "solver.runtime.kept",
)


def imported(path: Path) -> Iterator[str]:
    """Modules of ours that a file imports, wherever in it; names from packages may be modules, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "solver")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            if node.module is not None and node.module.split(".")[0] == "solver":
                inner = [f"{node.module}.{alias.name}" for alias in node.names]
                modules = [name for name in inner if file_of(name) is not None]
                yield from modules or [node.module]


def file_of(module: str) -> Path | None:
    path = ROOT.joinpath(*module.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def is_among(module: str, allowed: tuple[str, ...]) -> bool:
    return any(module == a or module.startswith(f"{a}.") for a in allowed)


def test_the_checker_imports_statements_and_languages_only() -> None:
    for path in CHECKER:
        for module in imported(path):
            assert is_among(module, MAY_IMPORT), f"{path.name} imports {module}"


def test_what_it_imports_reaches_no_engine() -> None:
    seen: set[str] = set()
    waiting = {m for path in CHECKER for m in imported(path)}
    while waiting:
        module = waiting.pop()
        seen.add(module)
        path = file_of(module)
        assert path is not None, f"{module} has no source"
        assert is_among(module, MAY_IMPORT), f"{module} is reached"
        waiting |= set(imported(path)) - seen
    assert {"solver.plane.loci", "solver.language.jgex"} <= seen  # the walk does get there


def test_the_checker_is_read_in_one_sitting() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CHECKER}
    assert sum(sizes.values()) <= 3910  # 3,500 are wanted
    assert max(sizes.values()) < 450
