"""Problems of suites are found in data by either form."""

from __future__ import annotations

from pathlib import Path

from solver.generate.suites import excluded, forms_of, forms_of_all, overlap
from solver.language.read import NamedStatement
from solver.records.dataset import Dataset
from solver.records.shards import Shard, add_shard, begin
from solver.runtime.executors import Here
from tests.generate.stub import STATEMENTS, described, made

#: The second statement of the stub with other names and words, and another statement.
RENAMED = "triangle PQR; K midpoint of PQ; L midpoint of PR; prove QR ∥ KL"
OTHER = "a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c"


def folder(path: Path) -> Dataset:
    add_shard(path, begin(path, 0, {}), [described(made(k)) for k in range(3)], Shard("", 0, (0, 3), 1.0))
    return Dataset(path)


def test_problems_in_the_data_are_found_by_name(tmp_path: Path) -> None:
    suite = [NamedStatement(*item) for item in (("renamed", RENAMED), ("other", OTHER))]
    forms = forms_of_all(suite, Here())
    assert forms[0].canonical == described(made(1)).canonical
    assert not forms[0].missing
    found = overlap(folder(tmp_path), forms)
    assert found.problems == 2
    assert [(f.name, number) for f, number in found.found] == [("renamed", 1)]
    assert excluded(forms) >= {forms[0].canonical, forms[0].known}


def test_another_telling_is_found_by_what_its_figure_knows(tmp_path: Path) -> None:
    told = STATEMENTS[2].replace("o = circle o a b c", "o = on_bline o a b, on_bline o b c")
    (forms,) = forms_of(NamedStatement("told", told))
    assert forms.canonical != described(made(2)).canonical
    assert overlap(folder(tmp_path), [forms]).found == ((forms, 2),)


def test_questions_are_answered_and_what_has_no_form_says_why() -> None:
    (question,) = forms_of(NamedStatement("question", "triangle ABC; AB = BC; BC = CA; find ∠ABC"))
    (statement,) = forms_of(NamedStatement("statement", "triangle ABC; AB = BC; BC = CA; prove ∠ABC = 60"))
    assert question.known == statement.known and question.canonical == statement.canonical
    (false,) = forms_of(NamedStatement("false", "a b c = triangle a b c ? cong a b a c"))
    assert false.canonical and not false.known and "false" in false.missing
    assert forms_of(NamedStatement("wrong", "a = nothing ? coll a"))[0].missing
    assert forms_of(NamedStatement("open", "triangle ABC; what can be said?"))[0].missing == "it has no goal"


def test_each_of_several_goals_has_its_forms() -> None:
    given = "triangle PQR; K midpoint of PQ; L midpoint of PR"
    both = forms_of(NamedStatement("both", f"{given}; prove PQ = 2 PK and QR ∥ KL"))
    alone = forms_of(NamedStatement("alone", f"{given}; prove QR ∥ KL"))
    assert len(both) == 2 and both[1].canonical == alone[0].canonical and both[1].known == alone[0].known
