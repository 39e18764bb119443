"""The page in a real browser: typed into, proved in, stopped, walked through, and its server killed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("fastapi", reason="no fastapi here: pip install 'porism[web]'")
from solver.web.app import PAGE
from tests.browser import is_above, launched, line_is_seen, serious_faults
from tests.proof.write.test_printed import CASES
from tests.web.serving import Served
from tests.web.statements import ALTITUDES, DEPENDS, FALSE, LONG, PRINTED, UNREAD

#: Milliseconds that a page may take on a busy machine.
PATIENCE = 60_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("web") / "history.sqlite")
    yield server
    server.end()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as running:
        yield running


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """The page, empty; the test fails where a script does."""
    errors: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-US")
    opened.set_default_timeout(PATIENCE)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(served.address)
    opened.wait_for_selector("#example-cards button")
    yield opened
    opened.close()
    assert not errors


def typed(page: Any, statement: str) -> None:
    page.fill("#statement", statement)
    page.wait_for_selector("#status.right, #status.doubt")


def proved(page: Any) -> None:
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("li[data-line]:visible")


def test_a_statement_is_read_and_drawn_while_it_is_typed(page: Any) -> None:
    typed(page, PRINTED)
    assert "acute triangle A B C; H orthocenter of A B C" in page.inner_text("#sentences li >> nth=0")
    assert page.locator("#figure .handle.free").count() == 3
    page.hover("#sentences li >> nth=1")
    assert page.inner_text("#marks mark.looked").startswith("The line")
    assert page.locator("#under .claimed").count() > 0
    box = page.locator('.handle[aria-label^="Point A:"] .dot').bounding_box()
    page.mouse.move(box["x"] + 3, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 10, steps=3)
    page.mouse.up()
    assert "What is given is off by" in page.inner_text("#residuals")
    places = "document.querySelector('#figure #handles').innerHTML"
    before = page.evaluate(places)
    page.click("#another")
    page.wait_for_function(f"before => {places} !== before", arg=before)
    page.fill("#statement", FALSE)
    page.wait_for_selector("#status.doubt")
    page.fill("#statement", "")
    page.wait_for_selector("#example-cards button >> nth=2")
    assert not page.locator("#drawing").is_visible()


def test_a_proof_is_walked_through_checked_and_taken_away(page: Any, served: Served) -> None:
    typed(page, PRINTED)
    proved(page)
    page.click("#next")
    first = page.locator("li.active:visible").get_attribute("data-line")
    page.keyboard.press("ArrowDown")
    assert int(page.locator("li.active:visible").get_attribute("data-line")) == int(first) + 1
    assert page.locator("#under .claimed").count() > 0
    page.click("#verify")
    assert "claims hold" in page.inner_text("#verified")
    page.click("#speak")
    assert page.locator("#told .told[lang=zh]:visible").is_visible() and page.inner_text("#prove span") == "证明"
    with page.expect_download() as loading:
        page.click('#downloads a:text-is("LaTeX")')
    assert Path(loading.value.path()).read_text(encoding="utf-8").startswith("\\documentclass")
    with page.expect_download() as loading:
        page.click('#downloads button:text-is("PNG")')
    assert Path(loading.value.path()).read_bytes().startswith(b"\x89PNG")
    assert is_above(page, "#style", "li[data-line]")
    page.click("#style")
    assert "∠" in page.inner_text("#told .told:visible")
    with page.expect_download() as loading:
        page.click('#downloads a:text-is("Markdown")')
    assert "∠" in Path(loading.value.path()).read_text(encoding="utf-8")
    # The address holds the statement, what was asked, the step, the style and the language.
    step = page.locator("li.active:visible").get_attribute("data-line")
    page.reload()
    page.wait_for_selector("li.active:visible")
    assert page.locator("li.active:visible").get_attribute("data-line") == step
    assert page.evaluate("document.documentElement.lang") == "zh"
    assert page.locator("#told .told[lang=zh][data-style=school]").is_visible()


def test_what_isnt_understood_is_marked_under_its_words(page: Any) -> None:
    page.fill("#statement", UNREAD)
    page.wait_for_selector("#marks mark.wrong >> nth=1")
    assert page.locator("#marks mark.wrong").all_inner_texts() == ["The frobnitz of ABC is F", "be glorp of it"]
    page.click(".passage >> nth=1")
    assert (
        page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)")
        == "be glorp of it"
    )
    page.click("#prove")  # says nothing new, and begins nothing
    assert not page.locator("#outcome").is_visible()
    page.fill("#statement", "triangle A B C; 3 < ; <b>&amp;\u0000")
    page.wait_for_selector("#status.wrong")
    typed(page, ALTITUDES)
    assert page.locator("#marks mark.wrong").count() == 0


#: The first answer begins, a refusal, and doesn't end before it is given up; the others are the server's.
UNENDING = """() => {
    const real = window.fetch;
    window.fetch = (path, options) => {
        window.fetch = real;
        const body = new ReadableStream({ start(stream) {
            document.body.dataset.begun = "yes";
            options.signal.addEventListener("abort", () => stream.error(options.signal.reason));
        } });
        return Promise.resolve(new Response(body, { status: 422 }));
    };
}"""


def test_a_reading_is_given_up_while_its_answer_is_on_the_way(page: Any) -> None:
    page.evaluate(UNENDING)
    page.fill("#statement", UNREAD)
    page.wait_for_selector("body[data-begun]")
    typed(page, ALTITUDES)
    assert page.locator("#problems-of-text li").count() == 0


def test_an_answer_that_isnt_the_servers_own_is_said(page: Any) -> None:
    page.route("**/api/see_statement", lambda route: route.fulfill(status=502, body="<html>Bad Gateway</html>"))
    page.fill("#statement", ALTITUDES)
    page.wait_for_selector("#status.wrong")
    assert "502" in page.inner_text("#status")


def test_a_search_is_watched_live_and_stopped(page: Any) -> None:
    typed(page, LONG)
    page.click("#prove")
    page.wait_for_selector("#depths .depth")
    assert "sets of auxiliary points tried" in page.inner_text("#tried")
    page.click("#stop")
    page.wait_for_selector(".verdict.stopped")
    assert not page.locator("#running").is_visible()


def test_the_kind_of_figures_is_chosen_where_the_verdict_depends_on_it(page: Any) -> None:
    typed(page, DEPENDS)
    page.click("#prove")
    page.wait_for_selector(".choice >> nth=1")
    places = "document.querySelector('#figure #handles').innerHTML"
    before = page.evaluate(places)
    page.click(".choice >> nth=1")
    assert page.evaluate(places) != before
    page.click("#check")
    page.wait_for_selector(".verdict.depends")
    page.click(".choice >> nth=0")
    page.click("#choices .tools button")
    page.wait_for_selector(".verdict.proved")
    assert "angle B A C < 90" in page.input_value("#statement")


def test_own_points_are_tried_and_facts_are_listed(page: Any) -> None:
    typed(page, ALTITUDES)
    page.fill("#points", "M midpoint of A B")
    page.keyboard.press("Enter")
    page.wait_for_selector("#own-outcome button")
    page.click("#explore")
    page.wait_for_selector(".fact >> nth=0")
    page.hover(".fact >> nth=0")
    assert page.locator("#under .claimed").count() > 0
    page.click("#check")
    page.wait_for_selector(".verdict.true")
    page.click("#own-outcome button")
    assert "M midpoint of A B" in page.input_value("#statement")


def test_problems_like_this_one_are_found_and_taken(page: Any) -> None:
    typed(page, PRINTED)
    page.click("#find-alike")
    page.click("#alike-hits .hit >> nth=0")
    assert page.input_value("#statement") not in ("", PRINTED)
    page.wait_for_selector("#alike-hits .hit", state="detached")


@pytest.mark.parametrize(
    "statement",
    [
        "triangle A B C; A < 3; prove A B perpendicular to",
        UNREAD,
        "Let ABC be a triangle with AB = 3, BC = 4 and CA = 9. Prove that AB = BC.",
        "triangle A B C; M midpoint of A B",
        FALSE,
    ],
)
def test_errors_are_said_in_the_language_of_the_page(page: Any, statement: str) -> None:
    page.click("#speak")
    page.fill("#statement", statement)
    page.wait_for_selector("#status.wrong, #status.doubt")
    assert "（说明为英文）" not in page.inner_text("#writing")


def test_readings_verdicts_and_facts_are_said_in_the_language_of_the_page(page: Any) -> None:
    typed(page, DEPENDS)
    page.click("#prove")
    page.wait_for_selector(".choice >> nth=1")
    page.click("#speak")
    assert page.inner_text(".choice >> nth=0").startswith("当 ∠BAC < 90° 时")
    assert "当 ∠BAC < 90° 时成立，否则不成立" in page.inner_text("#verdict")
    assert "O 是 △ABC 的外心" in page.text_content("#sentences")
    assert page.text_content("#goals").startswith("求证：")
    typed(page, ALTITUDES)
    page.click("#explore")
    page.wait_for_selector(".fact >> nth=0")
    assert "A, B, D, E 共圆" in page.inner_text("#facts")


def test_what_has_no_words_in_the_language_of_the_page_is_said_to_be_english(page: Any) -> None:
    page.click("#speak")
    said = "import('./words.js').then((m) => m.fromServer('the frobnitz is loose'))"
    assert page.evaluate(said) == "（说明为英文）the frobnitz is loose"


def test_all_that_the_page_says_is_there_in_each_language(page: Any) -> None:
    words = page.evaluate("import('./words.js').then((m) => m.WORDS)")
    assert words["en"].keys() ^ words["zh"].keys() == {"inEnglish"}
    said = re.compile(r"""said\("(\w+)"|data-(?:say|label|placeholder)="([\w-]+)\"""")
    asked = {one or other for path in PAGE.iterdir() for one, other in said.findall(path.read_text(encoding="utf-8"))}
    assert asked <= words["zh"].keys()


def test_statements_are_printed_as_on_a_proofs_own_page(page: Any) -> None:
    typed_ = [text for text, _ in CASES]
    assert page.evaluate("(all) => import('./printed.js').then((m) => all.map(m.printed))", typed_) == [
        shown for _, shown in CASES
    ]


def test_problems_are_found_and_what_was_asked_is_remembered(page: Any) -> None:
    page.click("#open-problems")
    page.fill("#words", "simson")
    page.wait_for_selector(".hit:has-text('Simson')")
    page.click("#hits .hit >> nth=0")
    page.wait_for_selector("#status.right")
    page.click("#explore")
    page.wait_for_selector(".fact >> nth=0")
    page.click("#open-history")
    assert "Prove" in page.inner_text("#entries .hit >> nth=0")
    page.keyboard.press("Escape")
    assert not page.locator("#history").is_visible()


def test_a_server_that_was_killed_and_started_anew_is_found_again(page: Any, served: Served) -> None:
    typed(page, PRINTED)
    proved(page)
    served.kill()
    page.fill("#statement", ALTITUDES)
    page.wait_for_selector("#lost:visible")
    assert "doesn't answer" in page.inner_text("#lost")
    served.start()
    page.wait_for_selector("#lost:has-text('anew')", state="attached")
    page.wait_for_selector("#status.right")
    proved(page)


def test_a_job_whose_server_was_killed_is_said_to_be_lost(page: Any, served: Served) -> None:
    typed(page, LONG)
    page.click("#prove")
    page.wait_for_selector("#running:visible")
    served.kill()
    page.wait_for_selector(".verdict.failed")
    served.start()
    page.wait_for_selector("#lost:has-text('anew')", state="attached")
    page.click("#verdict button")
    page.wait_for_selector("#depths .depth")
    page.click("#stop")
    page.wait_for_selector(".verdict.stopped")


def test_twenty_clients_at_once_are_all_answered(served: Served) -> None:
    def ask(number: int) -> str:
        call, about = ("check_statement", FALSE) if number % 4 == 0 else ("see_statement", PRINTED)
        body = json.dumps({"statement": about}).encode()
        with urlopen(
            Request(f"{served.address}api/{call}", body, {"Content-Type": "application/json"}), timeout=120
        ) as answer:
            said = json.load(answer)
        return str(said.get("verdict", said.get("goal_holds")))

    with ThreadPoolExecutor(20) as clients:
        assert list(clients.map(ask, range(20))) == ["false" if number % 4 == 0 else "True" for number in range(20)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_on_it_keeps_people_from_using_it(page: Any, served: Served, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert serious_faults(page) == []
    page.click("#open-problems")
    page.wait_for_selector(".hit")
    assert serious_faults(page) == []
    page.keyboard.press("Escape")
    page.fill("#statement", UNREAD)
    page.wait_for_selector("#marks mark.wrong")
    assert serious_faults(page) == []
    typed(page, PRINTED)
    proved(page)
    page.click("#next")
    assert serious_faults(page) == []


def test_it_fits_a_phone(page: Any, served: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{served.address}#statement={quote(PRINTED)}&run=prove")
    page.reload()
    page.wait_for_selector("li[data-line]:visible")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert is_above(page, "#style", "li[data-line]")
    page.emulate_media(reduced_motion="reduce")
    for _ in range(3):
        page.click("#next")
        assert line_is_seen(page)
