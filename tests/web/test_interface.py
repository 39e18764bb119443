"""The JSON interface, by Starlette's test client."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="no fastapi here: pip install 'porism[web]'")
from starlette.testclient import TestClient

from solver.checking import check_certificate
from solver.geogebra.archive import packed
from solver.service.downloads import DOWNLOADS
from solver.web.app import application
from solver.web.asked import CALLS
from solver.web.settings import Settings
from tests.cli.command import grid
from tests.web.statements import ALTITUDES, FALSE, LONG, UNREAD

HERE = "http://127.0.0.1:8312"
FIGURE = Path(__file__).parent.parent / "geogebra" / "figures" / "orthocenter-reflection.xml"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(history=tmp_path_factory.mktemp("web") / "history.sqlite", running=2, waiting=8)
    with TestClient(application(settings), HERE) as client:
        yield client


def answered(client: TestClient, call: str, **asked: object) -> Any:
    response = client.post(f"/api/{call}", json=asked)
    assert response.status_code == 200, response.text
    return response.json()


def refused(client: TestClient, call: str, status: int, **asked: object) -> Any:
    response = client.post(f"/api/{call}", json=asked)
    assert response.status_code == status, response.text
    return response.json()["error"]


def finished(client: TestClient, call: str, **asked: object) -> tuple[Any, list[Any]]:
    """A job when it is over, and all that was told of it on the way."""
    started = client.post(f"/api/jobs/{call}", json=asked)
    assert started.status_code == 202, started.text
    with client.stream("GET", f"/api/jobs/{started.json()['id']}/events") as events:
        told = [json.loads(line.removeprefix("data: ")) for line in events.iter_lines() if line.startswith("data: ")]
    return told[-1], told


def test_the_interface_describes_itself(client: TestClient) -> None:
    description = client.get("/openapi.json").json()
    for name in CALLS:
        call = description["paths"][f"/api/{name}"]["post"]
        assert call["summary"]
        assert "$ref" in call["responses"]["200"]["content"]["application/json"]["schema"]
        assert call["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("Refused")
    proved = description["components"]["schemas"]["StatementProved"]["properties"]
    assert {"status", "goals", "understood"} <= set(proved)
    assert description["components"]["schemas"]["Prove"]["properties"]["seconds"]["maximum"] == 600


def test_a_statement_is_read_and_seen(client: TestClient) -> None:
    read = answered(client, "read_statement", statement=ALTITUDES)
    assert "C H" in read["goals"][0]
    seen = answered(client, "see_statement", statement=ALTITUDES)
    assert seen["goal_holds"] and len(seen["things"]) == len(seen["read"]["sentences"])
    assert {point["id"] for point in seen["figure"]["points"]} == set("ABCDEH")
    false = answered(client, "see_statement", statement=FALSE)
    assert not false["goal_holds"] and false["message"] and false["figure"]


def test_every_call_answers(client: TestClient) -> None:
    assert answered(client, "check_statement", statement=FALSE)["verdict"] == "false"
    assert answered(client, "draw", statement=ALTITUDES)["svg"].startswith("<svg")
    proved = answered(client, "prove", statement=ALTITUDES)
    assert proved["status"] == "proved"
    certificate = proved["goals"][0]["certificate"]
    assert answered(client, "check_certificate", certificate=certificate)["is_accepted"]
    found = answered(client, "find", statement="square A B C D; find ∠ A C B")
    assert found["goals"][0]["answer"] == "45"
    assert answered(client, "explore", statement=ALTITUDES, count=3)["facts"]
    tried = answered(client, "try_points", statement=ALTITUDES, points="M midpoint of A B")
    assert tried["goal_follows"]
    assert answered(client, "search_problems", words=["simson"])["total"] >= 1


def test_what_is_wrong_is_answered_with_its_place_and_what_to_write_instead(client: TestClient) -> None:
    unread = refused(client, "prove", 422, statement=UNREAD)
    assert unread["kind"] == "unread" and [place["column"] for place in unread["passages"]] == [24, 56]
    assert refused(client, "prove", 422)["kind"] == "arguments"
    assert refused(client, "prove", 422, statement=ALTITUDES, seconds=1e9)["kind"] == "arguments"
    assert refused(client, "prove", 422, statement=ALTITUDES, colour="red")["kind"] == "arguments"
    assert refused(client, "check_certificate", 422, certificate="[]")["kind"] == "certificate"
    assert refused(client, "draw", 504, statement=grid(), seconds=0.1)["kind"] == "timeout"
    assert refused(client, "nonsense", 405)["message"]
    assert client.post("/api/prove", content=b"{", headers={"Content-Type": "application/json"}).status_code == 422
    assert client.get("/api/nothing").json()["error"]["kind"] == "unknown"


def test_a_proof_is_started_shown_and_taken_away_in_every_form(client: TestClient) -> None:
    last, told = finished(client, "prove", statement=ALTITUDES)
    assert last["state"] == "done" and last["answer"]["status"] == "proved"
    assert [job["state"] for job in told] == sorted(
        (job["state"] for job in told), key=["waiting", "running", "done"].index
    )
    shown = client.get(f"/api/jobs/{last['id']}/goals/0").json()["proof"]
    assert 'lang="zh"' in shown["told"] and shown["figure"]["premises"]
    for form, file in DOWNLOADS.items():
        response = client.get(f"/api/jobs/{last['id']}/files/{form}", params={"language": "zh"})
        assert response.status_code == 200 and response.content, form
        assert file.suffix in response.headers["content-disposition"]
    check_certificate(client.get(f"/api/jobs/{last['id']}/files/certificate").json())
    assert client.get(f"/api/jobs/{last['id']}/files/docx").status_code == 404
    assert client.get(f"/api/jobs/{last['id']}/goals/7").status_code == 404
    newest = client.get("/api/history").json()[0]
    assert newest["statement"] == ALTITUDES and newest["status"] == "proved"


def test_a_search_is_watched_and_stopped(client: TestClient) -> None:
    started = client.post("/api/jobs/prove", json={"statement": LONG, "seconds": 120}).json()
    trials = []
    with client.stream("GET", f"/api/jobs/{started['id']}/events") as events:
        for line in events.iter_lines():
            job = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
            if job.get("progress"):
                trials.append(job["progress"]["trials"])
                client.delete(f"/api/jobs/{started['id']}")
            if job.get("state") not in (None, "waiting", "running"):
                break
    assert trials and trials[0] > 0
    assert client.get(f"/api/jobs/{started['id']}").json()["state"] == "stopped"


def test_too_many_calls_are_refused_rather_than_kept_waiting(tmp_path: Path) -> None:
    with TestClient(application(Settings(running=1, waiting=1)), HERE) as client:
        jobs = [client.post("/api/jobs/prove", json={"statement": LONG, "seconds": 60}).json() for _ in range(3)]
        last = finished(client, "explore", statement=ALTITUDES)[0]
        assert last["failure"]["kind"] == "busy"
        for job in jobs:
            client.delete(f"/api/jobs/{job['id']}")
        assert client.get("/api/history").json() == []


def test_no_call_takes_more_time_than_the_server_gives() -> None:
    asked = CALLS["prove"].model_validate({"statement": ALTITUDES, "seconds": 500})
    assert asked.within(20.0).limit == 20.0 and asked.within(600.0).limit == 500.0
    assert CALLS["read_statement"].model_validate({"statement": ALTITUDES}).within(1.0).limit > 1.0


def test_a_figure_of_geogebra_becomes_a_statement(client: TestClient) -> None:
    drawn = {"Content-Type": "application/vnd.geogebra.file"}
    read = client.post("/api/geogebra", content=packed(FIGURE.read_text(encoding="utf-8")), headers=drawn).json()
    assert answered(client, "see_statement", statement=read["statement"])["goal_holds"]
    wrong = client.post("/api/geogebra", content=b"no zip", headers=drawn)
    assert wrong.status_code == 422 and "GeoGebra" in wrong.json()["error"]["message"]


def test_other_names_and_other_pages_are_refused(client: TestClient) -> None:
    for evil in ("evil.example", "[", "127.0.0.1.evil.example", ""):
        assert client.get("/api/server", headers={"Host": evil}).status_code == 403
    foreign = {"Origin": "https://evil.example"}
    assert client.post("/api/read_statement", json={"statement": ALTITUDES}, headers=foreign).status_code == 403
    own = {"Origin": HERE}
    assert client.post("/api/read_statement", json={"statement": ALTITUDES}, headers=own).status_code == 200
    assert "default-src 'self'" in client.get("/").headers["content-security-policy"]
    assert client.post("/api/geogebra", content=b"x" * 9_000_000).status_code == 413


def test_on_other_addresses_a_token_is_asked_for() -> None:
    with TestClient(application(Settings(host="0.0.0.0", token="a long secret")), "http://10.0.0.7:8312") as client:
        assert client.get("/api/server").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api/server", headers={"Authorization": "Bearer a long secret"}).status_code == 200
        assert client.get("/?token=a%20long%20secret").status_code == 200  # from here on, by the cookie
        assert client.get("/api/server").status_code == 200
