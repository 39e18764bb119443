"""CONTRIBUTING.md's way to add an inference, gone in a copy of the tree with a toy rule: four places, each once, are enough."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from solver import _core

ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("c++")

#: By place: what stands before the new text there, and the new text.
PLACES = {
    "solver/statements/rules.py": (
        '    Rule("thales",\n',
        """    Rule("base_angles",
        step=Step("a b c", (3, 3), "L(ab)−L(ac) = 0", "D(ab)−D(bc) ≡ D(bc)−D(ac)"),
        logged=Logged("a b c"),
        says={"en": "as base angles", "zh": "等边对等角"}),
""",
    ),
    "solver/core/passes/passes.hpp": (
        "    {complete_lines, ",
        "    {find_base_angles, reads::kLogs},\n",
    ),
    "solver/checker/rules_metric.py": (
        '@checks("thales")\n',
        '''@checks("base_angles")
def base_angles(u: Uses, a: str, b: str, c: str) -> None:
    """An isosceles triangle is its own mirror image."""
    u.need("noncollinear", a, b, c)
    u.require(logs((1, a, b), (-1, a, c)))
    u.conclude(directions((1, a, b), (-2, b, c), (1, a, c)))


''',
    ),
    "theorems/theory.thm": (
        'theory thales "',
        """theory base_angles "Base angles" "等边对等角"
  points a b c
  given  |a b| = |a c|
  where  noncollinear a b c
  then   eqangle b a b c b c c a
  source "Euclid, Elements I.5"

""",
    ),
}
PASS = """// Equal sides have equal angles opposite to them.
#include "passes/passes.hpp"

namespace porism {

bool find_base_angles(State& s) {
    Linear equation(Theory::kDirection);
    return s.assume(equation, Rule::kBaseAngles, {0, 1, 2});
}

}  // namespace porism
"""
#: What works in the copy.
SHOWN = """
import sys

sys.meta_path = [finder for finder in sys.meta_path if "editable" not in type(finder).__module__]  # not the installed tree
from solver.checker.rules import RULES
from solver.deduction.decode import CoreRule, Decoder
from solver.deduction.lift import Lifter
from solver.proof.phrases.languages import LANGUAGES
from solver.soundness.rules import examine_rules
from solver.statements.reference import page, rules_table
from solver.statements.rules import BY_NAME
from tests.checker.claims import step
from tests.deduction.figures import diagram
from solver.checker.rules import check_step
from tests.checker.claims import claim

assert RULES["base_angles"].count == (3, 3)
assert all(phrases.hows["base_angles"] for phrases in LANGUAGES.values())
assert "| `base_angles` | a b c | L(ab)−L(ac) = 0 |" in page(open("docs/certificate.md").read())

points = {"a": 2j, "b": -1 + 0j, "c": 1 + 0j}
placed = diagram(points)
at = {p: complex(*placed[p]) for p in points}
needs = check_step(step("base_angles", "a b c", "p", "d≡ ab - 2bc + ac", at), {"p": claim("cong a b a c")}, at)
assert [need.kind for need in needs] == ["noncollinear"]
rule = CoreRule.of("base_angles", BY_NAME["base_angles"].logged)
premises = rule.premises(Decoder(placed.points, Lifter(placed)), ("a", "b", "c"), ())
assert premises == (claim("l: ab - ac"),)

report = examine_rules(300, seed=1, rules=("base_angles",))
assert report.taken["base_angles"] and not report.wrong
print("shown")
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree with the toy rule."""
    made = tmp_path_factory.mktemp("tree")
    left_out = shutil.ignore_patterns("__pycache__", ".*", "prose", "web")
    for folder in ("solver", "theorems", "docs", "tests"):
        shutil.copytree(ROOT / folder, made / folder, ignore=left_out)
    shutil.copytree(ROOT / "solver" / "language" / "prose", made / "solver" / "language" / "prose")
    if not (made / "solver" / Path(_core.__file__).name).exists():  # porism is installed: the core isn't in the tree
        shutil.copy(_core.__file__, made / "solver")
    for name, (before, new) in PLACES.items():
        file = made / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, name
        file.write_text(text.replace(before, new + before), encoding="utf-8")
    passes = made / "solver" / "core" / "passes" / "passes.hpp"
    text = passes.read_text(encoding="utf-8")
    passes.write_text(text.replace("bool complete_lines(", "bool find_base_angles(State&);\nbool complete_lines("))
    (passes.parent / "base_angles.cpp").write_text(PASS, encoding="utf-8")
    return made


def test_the_way_is_the_one_that_contributing_describes() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = page.split("## Add a deduction rule (an inference of the core)")[1]
    steps = re.findall(r"^(\d)\. (.*)$", section.split("\n## ")[0], re.MULTILINE)
    assert [number for number, _ in steps] == ["1", "2", "3", "4", "5"]
    for (_, said), name in zip(steps, PLACES, strict=False):
        assert f"`{name}`" in said or f"`{name.rsplit('/', 1)[0]}/`" in said
    assert steps[4][1].startswith("Only where")


def test_a_rule_in_its_places_is_checked_said_and_attacked(copy: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    found = subprocess.run(
        [sys.executable, "-B", "-c", SHOWN], cwd=copy, env=environment, check=False, capture_output=True, text=True
    )
    assert found.stdout == "shown\n", found.stderr[-3000:]


@pytest.mark.skipif(COMPILER is None, reason="there is no compiler")
def test_a_rule_in_its_places_is_known_to_the_core(copy: Path) -> None:
    """The header is made, and the pass and the table of passes compile with it: nothing else names a rule."""
    tables = copy / "build" / "tables.hpp"
    subprocess.run([sys.executable, "-S", "-B", str(copy / "solver/core/tables.py"), str(tables)], check=True)
    core = copy / "solver" / "core"
    command = [str(COMPILER), "-std=c++20", "-fsyntax-only", f"-I{core}", f"-I{tables.parent}"]
    found = subprocess.run(
        [*command, str(core / "passes/base_angles.cpp")], check=False, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stderr[:3000]
