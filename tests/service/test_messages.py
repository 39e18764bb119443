"""Messages in Chinese."""

from __future__ import annotations

import re
from string import Formatter

from solver.service.messages import in_chinese
from solver.statements.conditions import CONDITIONS
from tests.service.said import messages

#: Messages that may wait for their Chinese: what is new is said in English, and said to be so.
WAITING = 0.02


def slots(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def forms() -> list[re.Pattern[str]]:
    """Patterns of all rows but those like `{} and {}`, which say nothing of what they join."""
    rows = [row for row in in_chinese() if not row.startswith("{") or len(re.sub(r"\{\w*\}", "", row)) >= 8]
    parts = [re.split(r"\{\w*\}", row) for row in rows]
    return [re.compile(".+".join(map(re.escape, own)), re.DOTALL) for own in parts]


def test_nearly_all_that_is_said_of_a_statement_is_there() -> None:
    said, known = sorted(set(messages())), forms()
    missing = [text for text in said if not any(form.fullmatch(text) for form in known)]
    assert len(said) > 300
    assert len(missing) <= WAITING * len(said), "\n".join(missing)


def test_conditions_are_there() -> None:
    known = forms()
    in_words = {kind.sentence.format(*"ABCDEF", all="A B C D", rest="B C D") for kind in CONDITIONS.values()}
    assert [
        text for text in in_words if re.search("[a-z]{2}", text) and not any(form.fullmatch(text) for form in known)
    ] == []


def test_what_is_filled_in_stands_in_both() -> None:
    for english, chinese in in_chinese().items():
        numbered = [str(k) for k in range(slots(english).count(""))]
        named = [name for name in slots(english) if name]
        filled = set(slots(chinese))
        assert filled <= {*numbered, *named, ""}, english
        assert slots(chinese).count("") in (0, len(numbered)), english
