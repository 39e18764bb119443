"""The problems that come with porism."""

from __future__ import annotations

import re

import numpy as np
import pytest

from solver import collection
from solver.answers.agree import agrees
from solver.answers.find import find
from solver.bench.texts import check_text
from solver.diagram.build import build_diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import answer, holds
from solver.errors import ParseError
from solver.language.orientation import oriented
from solver.statements.predicates import EXTREMES, FIND

ENTRIES = list(collection.entries())


def test_names_are_unique_and_simple() -> None:
    names = [e.name for e in ENTRIES]
    assert len(set(names)) == len(names)
    assert all(collection.has(name) for name in names)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_problem_is_true_in_two_figures(entry: collection.Entry) -> None:
    problem = entry.statement.parse()
    diagram = build_diagram(problem)
    problem = oriented(problem, diagram.places())
    other = fresh_diagram(problem, diagram, np.random.default_rng(1))
    if problem.goal.predicate is FIND:
        assert agrees(find(problem, (diagram, other)).answer.text, entry.file.answer)
    elif problem.goal.predicate in EXTREMES:
        assert entry.file.answer  # tests/inequalities finds it
    elif problem.goal.predicate.is_question:
        assert answer(problem.goal, (diagram, other)) is not None
    else:
        assert holds(problem.goal, diagram) and holds(problem.goal, other, 1e-6)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_problem_says_what_it_is(entry: collection.Entry) -> None:
    file = entry.file
    assert file.title and file.source and file.tags and len(file.english) > 40


#: Problems of which every one is read, and its reading compared with the formal statement below it; `porism problems check
#: --texts` does so with all.
SAMPLE = ENTRIES[7::16]


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: entry.name)
def test_what_a_problem_says_in_english_is_what_it_states(entry: collection.Entry) -> None:
    checked = check_text(entry.name, entry.file.english, entry.statement, seed=0, timeout=10.0)
    assert checked.is_faithful, checked.message


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_texts_are_in_american_spelling(entry: collection.Entry) -> None:
    words = f"{entry.file.title} {' '.join(entry.file.tags)} {entry.file.english}".casefold()
    assert not re.search(r"\b\w*centre\w*|\bcolour|\bneighbour|\btrapezium", words)


def test_a_problem_is_found_by_its_name_and_its_words() -> None:
    assert collection.find("simson-line").file.title == "Simson's line"
    assert "simson-line" in [e.name for e in collection.search(["Simson", "perpendicular"])]
    assert list(collection.search(["simson", "bicycle"])) == []


@pytest.mark.parametrize("name", ["simson-lin", "../pyproject", "a/b", "", "*"])
def test_another_name_is_refused(name: str) -> None:
    assert not collection.has(name)
    with pytest.raises(ParseError):
        collection.find(name)
