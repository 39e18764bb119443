"""Proofs to read: what stands in them and how they are laid out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from solver.language.jgex import read_clause
from solver.language.read import parse_statement
from solver.proof.reading import reading_of
from solver.proof.write.markdown import markdown
from solver.proof.write.text import WIDTH, plain_text
from tests.deduction.figures import diagram
from tests.proof.proofs import placed_statement, proof_of
from tests.proof.test_fold import step

ARC = "a b c = triangle a b c; o = circle o a b c; m = on_circle m o a, angle_bisector m b a c ? cong m b m c"


def test_equal_segments_of_the_statement_are_one_premise():
    given = [line.words for line in proof_of(ARC).reading.given]
    assert sorted(given) == ["AM is a bisector of ∠BAC", "O is the center of the circle through A, B, C, M"]


def test_steps_are_numbered_after_the_premises_and_refer_to_earlier_ones():
    reading = proof_of(ARC).reading
    numbers = [line.number for line in (*reading.given, *reading.steps)]
    assert numbers == list(range(1, len(numbers) + 1))
    for line in reading.steps:
        refs = [int(n) for some in re.findall(r"\((\d+(?:, \d+)*)\)", line.words) for n in some.split(", ")]
        assert refs
        assert all(n < line.number for n in refs)


def test_the_goal_is_set_as_a_task_and_concluded():
    reading = proof_of(ARC).reading
    assert (reading.task, reading.conclusion) == ("Prove that MB = MC.", "So MB = MC.")
    assert reading.steps[-1].words.endswith(", so MB = MC, the sides opposite to equal angles in △MBC.")


def test_premises_stand_in_the_order_of_the_statement():
    proof = proof_of("a b c = triangle a b c; o = circle o a b c; p = on_circle p o a; d = foot d p b c; "
                     "e = foot e p c a; f = foot f p a b ? coll d e f")  # fmt: skip
    given = [line.words for line in proof.reading.given]
    assert given == [
        "O is the center of the circle through A, B, C, P",
        *(
            f"{x} is the foot of the perpendicular from P to {side}"
            for x, side in (("D", "BC"), ("E", "CA"), ("F", "AB"))
        ),
    ]


def test_auxiliary_points_are_constructed_before_the_proof():
    problem = parse_statement("a b c = iso_triangle0 a b c ? eqangle b a b c c b c a")
    clause, said = read_clause("m = on_line m b c, on_bline m b c", problem.points)
    extended = problem.extended((clause,), (*problem.points, "m"), (*problem.premises, *said))
    figure = diagram({"a": 1.7j, "b": -1 + 0j, "c": 1 + 0j, "m": 0j})
    premises = [step(f"p{i}", "premise", "", "", text) for i, text in enumerate(("cong m b m c", "cong a b a c"))]
    similar = step("s1", "similar_sss", "a b m a c m", "p1 p0", "simtrir a b m a c m")
    reading = reading_of(extended, figure, [*premises, similar], problem.goal, ())
    assert [(line.number, line.words) for line in reading.given] == [(1, "AB = AC")]
    said = "M, the midpoint of BC; the key will be that △ABM ≅ △ACM (3)"
    assert [(line.number, line.words) for line in reading.constructed] == [(2, said)]
    assert f"Construct\n 2. {said}\n\nProof\n 3. △ABM" in plain_text(reading)
    assert f"**Construct**\n\n(2) {said}  \n" in markdown(reading)


def test_a_question_is_asked_and_answered():
    points = {"p": 0j, "q": 2 + 0j, "r": 1 + 1j}
    reading = proof_of(placed_statement(points, "perp r p r q, cong r p r q", "acompute p q p r")).reading
    assert reading.task == "Find ∡RPQ."
    assert reading.conclusion in ("The answer is ∡RPQ = 135°.", "The answer is ∡RPQ = 45°.")


def test_side_conditions_are_told_by_kind_with_the_steps_that_need_them():
    reading = proof_of(ARC).reading
    (number,) = [line.number for line in reading.steps if "△" in line.words]
    assert reading.conditions == (f"B, C, M are not collinear ({number})",)


def test_directed_angles_are_explained_where_they_occur_only():
    assert "counterclockwise" in plain_text(proof_of(ARC).reading)
    orthocenter = "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
    assert "counterclockwise" not in plain_text(proof_of(orthocenter).reading)


def test_plain_text_is_wrapped_and_names_everything():
    text = proof_of(ARC).text()
    assert all(len(line) <= WIDTH or "counterclockwise" in line for line in text.splitlines())
    assert [line for line in text.splitlines() if line in ("Given", "Proof")] == ["Given", "Proof"]
    assert "\nSeen in the figure: " in text
    assert text.endswith("\n")


def test_markdown_says_the_same():
    proof = proof_of(ARC)
    plain = " ".join(plain_text(proof.reading).split())
    for line in (*proof.reading.given, *proof.reading.steps):
        assert f"{line.number}. {line.words}" in plain
        assert f"({line.number}) {line.words}  \n" in markdown(proof.reading)
    assert proof._repr_markdown_() == markdown(proof.reading)


def test_names_that_clash_in_capitals_stay_as_they_are_typed():
    text = "a A c = triangle a A c; o = circle o a A c; m = on_circle m o a, angle_bisector m A a c ? cong m A m c"
    reading = proof_of(parse_statement(text)).reading
    assert reading.task == "Prove that m A = m c."
    assert "a m is a bisector of ∠A a c" in [line.words for line in reading.given]


def test_the_figure_for_notebooks_is_a_well_formed_svg():
    assert ElementTree.fromstring(proof_of(ARC)._repr_svg_()).tag.endswith("svg")
