"""Names of points in print."""

from __future__ import annotations

from solver.statements.names import Names


def test_letters_become_capitals_and_digits_indices():
    names = Names.of(["a", "o1", "b12", "x'", "i_b", "ma"])
    assert [names[p] for p in ("a", "o1", "b12", "x'", "i_b", "ma")] == ["A", "O₁", "B₁₂", "X′", "Ib", "Ma"]
    assert names.joined(["o1", "b12", "ma"]) == "O₁B₁₂Ma"
    assert names.listed(["a", "o1"]) == "A, O₁"


def test_names_typed_in_capitals_are_printed_as_they_are():
    assert Names.of(["A", "B_1"]).joined(["A", "B_1"]) == "AB₁"


def test_where_two_points_would_get_one_name_all_stay_as_typed_with_blanks():
    for clash in (["a", "A", "b"], ["a1", "a_1", "b"], ["ab", "aB", "b"]):
        names = Names.of(clash)
        assert names.joined(clash) == " ".join(clash)


def test_names_that_do_not_begin_with_a_latin_letter_stay_as_typed():
    names = Names.of(["α", "b"])
    assert names.joined(["α", "b"]) == "α b"
    assert Names.of(["1", "b"]).joined("1b") == "1 b"


def test_no_juxtaposition_of_names_can_be_read_in_two_ways():
    points = ["a", "a1", "a2", "aa", "aa1", "b", "b'"]
    names = Names.of(points)
    seen = {}
    for p in points:
        for q in points:
            for r in points:
                assert seen.setdefault(names.joined([p, q, r]), (p, q, r)) == (p, q, r)
