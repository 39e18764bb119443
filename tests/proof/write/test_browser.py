"""The page in a real browser: walked through, dragged, checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from solver.proof.proof import Proof
from solver.proof.write import html
from solver.proof.write.html import page
from tests.browser import is_above, launched, line_is_seen, serious_faults
from tests.proof.write.examples import proof_for, proof_with_auxiliary_point


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as running:
        yield running


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a proof's page; the test fails where a script does."""
    errors: list[str] = []
    shown = browser.new_page(viewport={"width": 1280, "height": 900})
    shown.on("pageerror", lambda error: errors.append(str(error)))

    def load(*proofs: Proof) -> Any:
        (tmp_path / "proof.html").write_text(page(proofs), encoding="utf-8")
        shown.goto((tmp_path / "proof.html").as_uri())
        return shown

    yield load
    shown.close()
    assert not errors


def drag(shown: Any, name: str, by: tuple[float, float]) -> None:
    box = shown.locator(f'.handle[aria-label^="Point {name}:"] .dot').bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.mouse.move(x, y)
    shown.mouse.down()
    shown.mouse.move(x + by[0], y + by[1], steps=5)
    shown.mouse.up()


def test_every_free_point_can_be_dragged_and_everything_stays_true(opened: Any) -> None:
    shown = opened(proof_for("simson"))
    for name in "ABCP":
        before = shown.evaluate("live.at.map((p) => [p.x, p.y])")
        drag(shown, name, (25, -30))
        assert shown.evaluate("live.at.map((p) => [p.x, p.y])") != before
        assert shown.evaluate("worst(live.figure.premises, live.at)") < 1e-9
        assert shown.evaluate("worst(live.figure.goal, live.at)") < 1e-8
    drag(shown, "D", (40, 40))  # it is determined by the others
    shown.click("#reset")
    assert shown.evaluate("live.at === live.start")


def test_steps_are_walked_through_with_keys_and_highlight_what_they_speak_of(opened: Any) -> None:
    shown = opened(proof_for("simson"))
    shown.keyboard.press("ArrowDown")
    assert shown.locator("li.active:visible").get_attribute("data-line") == "5"
    shown.keyboard.press("j")
    assert shown.locator("li.active:visible").get_attribute("data-line") == "6"
    assert shown.locator("li[aria-current=step]:visible").count() == 1
    assert shown.locator("#under circle.claimed:not(.spot)").count() == 1
    shown.keyboard.press("j")
    assert [e.get_attribute("data-line") for e in shown.locator("li.used:visible").all()] == ["1", "2", "4", "5", "6"]
    shown.keyboard.press("Escape")
    assert shown.locator("li.active:visible").count() == 0
    shown.hover('li[data-line="1"]:visible')
    assert shown.locator("li.active:visible").get_attribute("data-line") == "1"
    shown.click('a[data-to="3"]:visible >> nth=0')
    assert shown.locator("li.active:visible").get_attribute("data-line") == "3"


def test_the_language_changes_all_that_is_said(opened: Any) -> None:
    shown = opened(proof_for("simson"))
    shown.click("#speak")
    assert shown.evaluate("document.documentElement.lang") == "zh"
    assert shown.inner_text("#next") == "下一步 ›"
    assert "共圆" in shown.inner_text('li[data-line="1"]:visible')
    shown.keyboard.press("ArrowDown")
    assert shown.locator("li.active:visible").get_attribute("data-line") == "5"
    shown.click("#speak")
    assert "concyclic" in shown.inner_text('li[data-line="1"]:visible')


def test_the_style_is_chosen_on_the_page(opened: Any) -> None:
    shown = opened(proof_for("orthocenter"))
    shown.keyboard.press("ArrowDown")
    active = shown.locator("li.active:visible").get_attribute("data-line")
    assert is_above(shown, "#style", "li[data-line]")
    shown.click("#style")
    assert "∠" in shown.inner_text(".told:visible") and shown.inner_text("#style") == "Directed angles"
    assert shown.locator("li.active:visible").get_attribute("data-line") == active
    shown.click("#speak")
    assert shown.inner_text("#style") == "用有向角" and "∠" in shown.inner_text(".told:visible")
    shown.click("#style")
    assert "∠" not in shown.inner_text(".told:visible .lines >> nth=-1")
    assert not opened(proof_for("euler")).locator("#style").is_visible()


def test_a_folded_line_unfolds_when_it_is_walked_to(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "LONG", 60)
    shown = opened(proof_for("orthocenter"))
    folded = "!![...document.querySelectorAll('.lines details')].find((e) => e.checkVisibility())?.open"
    assert not shown.evaluate(folded)
    shown.keyboard.press("ArrowUp")  # the last line
    assert shown.evaluate(folded)
    shown.keyboard.press("ArrowUp")
    assert not shown.evaluate(folded)
    assert serious_faults(shown) == []


def test_an_auxiliary_point_appears_when_it_is_first_used(opened: Any) -> None:
    shown = opened(proof_with_auxiliary_point())
    shown.focus('li[data-line="1"]:visible')
    assert not shown.locator('.handle[aria-label^="Point M:"]').is_visible()
    shown.focus('li[data-line="2"]:visible')
    assert shown.locator('.handle[aria-label^="Point M:"]').is_visible()


def test_the_certificate_is_checked_in_the_browser_and_a_false_one_refused(opened: Any) -> None:
    shown = opened(proof_for("orthocenter"))
    shown.click("#check")
    assert "All 9 claims hold" in shown.inner_text("#verdict")
    shown.evaluate("certificate.coordinates.D = ['0.3', '0.1']")
    shown.click("#check")
    assert "These don't hold" in shown.inner_text("#verdict")


def test_it_fits_a_phone_and_several_goals_fit_one_file(opened: Any) -> None:
    shown = opened(proof_for("orthocenter"), proof_for("simson"))
    shown.click("label >> nth=1")
    assert shown.frame_locator("iframe >> nth=1").locator("#figure").is_visible()
    shown = opened(proof_for("simson"))
    shown.set_viewport_size({"width": 360, "height": 740})
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360
    shown.emulate_media(reduced_motion="reduce")
    for key in ("j", "j", "k", "k", "k"):
        shown.keyboard.press(key)
        assert line_is_seen(shown)


def test_nothing_on_it_keeps_people_from_using_it(opened: Any) -> None:
    shown = opened(proof_with_auxiliary_point())
    assert serious_faults(shown) == []
    shown.keyboard.press("ArrowDown")
    shown.emulate_media(color_scheme="dark")
    assert serious_faults(shown) == []
