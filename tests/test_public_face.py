"""What a user of Python sees: the package porism, its names, and how things show themselves."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

import solver
from solver import collection
from solver.face import porism

ALTITUDES = "triangle A B C; A D and B E altitudes; A D meets B E at H; prove C H perpendicular to A B"


@pytest.mark.parametrize("package", [solver, porism])
def test_all_names_are_there_and_listed(package: object) -> None:
    names = package.__all__  # type: ignore[attr-defined]
    assert set(names) <= set(dir(package))
    assert all(getattr(package, name) is not None for name in names)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        package.nonsense  # type: ignore[attr-defined]  # noqa: B018


def test_what_is_named_is_documented() -> None:
    for name in porism.__all__:
        thing = getattr(porism, name)
        assert isinstance(thing, str) or inspect.getdoc(thing), name
        if inspect.isfunction(thing):
            assert f"{name}" in (porism.__doc__ or ""), name


def test_a_statement_is_proved_checked_drawn_and_explored(tmp_path: Path) -> None:
    result = porism.prove(ALTITUDES)
    assert result.status is porism.Status.PROVED
    assert porism.check(result.proof).steps == porism.check(result.proof.to_json()).steps == len(result.proof)
    figure = porism.draw(ALTITUDES, seed=3)
    assert figure.holds and figure.diagram.seed == 3
    figure.save(tmp_path / "figure.svg")
    assert (tmp_path / "figure.svg").read_text(encoding="utf-8") == figure._repr_svg_()
    assert not porism.draw("triangle A B C; prove A B = A C").holds
    facts = porism.explore(ALTITUDES.partition("; prove")[0] + "; what can be said?").findings
    assert facts and all(len(fact.proof) > 0 for fact in facts)


def test_what_follows_is_asked_listed_and_widened_by_points() -> None:
    known = porism.facts(ALTITUDES)
    assert known.entails("C H ⟂ A B") and not known.entails("|A B| = |A C|")
    assert {"A", "B", "D", "E"} in [set(fact.points) for fact in known if fact.predicate.name == "cyclic"]
    with pytest.raises(porism.ParseError, match="point X"):
        known.entails("A X ⟂ B C")
    assert porism.lint("triangle A B C; prove A B = A C").verdict == "false"
    assert porism.try_points(
        "triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B", "M midpoint of B C"
    ).goal_follows


def test_problems_are_read_from_files_and_from_text(tmp_path: Path) -> None:
    (tmp_path / "suite.txt").write_text("one\na b c = triangle a b c ? cong a b b a\n", encoding="utf-8")
    assert [p.name for p in porism.read_problems(tmp_path / "suite.txt")] == ["one"]
    assert [p.name for p in porism.read_problems(tmp_path)] == ["one"]
    assert [p.name for p in porism.read_problems(ALTITUDES, "altitudes")] == ["altitudes"]


def test_things_show_themselves_in_a_line() -> None:
    result = porism.prove(ALTITUDES)
    proof = result.proof
    shown = {
        "result": result, "problem": result.problem, "proof": proof, "diagram": result.proof.diagram,
        "goal": result.problem.goal, "step": proof.steps[-1], "entry": collection.find("simson-line"),
        "figure": porism.draw(ALTITUDES), "false": porism.prove("triangle A B C; prove A B = A C"),
    }  # fmt: skip
    for name, thing in shown.items():
        assert repr(thing).startswith("<") and len(repr(thing)) < 200, name
    assert repr(proof) == f"<Proof of {proof.goal}: {len(proof)} steps>"
    assert "<Result proved in " in repr(result) and "<Result false in " in repr(shown["false"])
    json.dumps(repr(shown))


def test_a_large_figure_shows_itself_in_a_line() -> None:
    text = "; ".join(f"p{i} = free p{i}" for i in range(100)) + " ? coll p0 p1 p2"
    assert len(repr(porism.parse(text))) < 200
    assert len(repr(porism.draw(text).diagram)) < 200
