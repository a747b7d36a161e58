"""Who may ask the page for anything: nobody but the browser that has the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from reviewed_district import Visitor, recorded, serving

from curalign.reviewing.pages import PAGES
from curalign.reviewing.server import ReviewServer

Served = tuple[ReviewServer, Path]


def host_of(server: ReviewServer) -> str:
    return server.address.split("/")[2]


def test_the_address_is_on_this_computer_and_holds_a_token(served: Served) -> None:
    server, _ = served
    assert server.address.startswith("http://127.0.0.1:")
    assert len(server.address.rstrip("/").rpartition("/")[2]) >= 32
    assert httpx.get(server.address).status_code == 200


@pytest.mark.parametrize("path", ["", "number", "review.css", "0" * 32 + "/", "../number", "%2e%2e/"])
def test_without_the_token_nothing_is_answered(served: Served, path: str) -> None:
    answer = httpx.get(f"http://{host_of(served[0])}/{path}")
    assert answer.status_code == 403
    assert "Pond" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_under_another_host_nothing_is_answered(served: Served, host: str) -> None:
    assert httpx.get(served[0].address, headers={"Host": host}).status_code in (400, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_page_sends_changes_nothing(
    served: Served, visitor: Callable[[str], Visitor], headers: dict[str, str]
) -> None:
    ana = visitor("Ana")
    ana.get("number")
    answer = ana.client.post("answer", data={**ana.form, "answer": "yes"}, headers=headers)
    assert answer.status_code == 403
    assert recorded(served[1]).standing == ()


def test_a_form_without_its_secret_or_with_that_of_somebody_else_changes_nothing(
    served: Served, visitor: Callable[[str], Visitor]
) -> None:
    ana, ben = visitor("Ana"), visitor("Ben")
    ana.get("number")
    ben.get("number")
    for secret in ("", "x", ben.form["form"]):
        assert ana.post("answer", form=secret, answer="yes").status_code == 403
        ana.get("number")
    assert recorded(served[1]).standing == ()


def test_a_get_never_changes_anything(served: Served, visitor: Callable[[str], Visitor]) -> None:
    ana = visitor("Ana")
    ana.get("number")
    drawn = recorded(served[1])
    fields = {**ana.form, "answer": "yes"}
    for name in (*PAGES, "answer", "undo", "draw", "reply", "sign-in"):
        ana.client.get(name, params=fields)
    assert recorded(served[1]) == drawn


def test_whoever_did_not_say_a_name_sees_and_changes_nothing(served: Served) -> None:
    stranger = Visitor(served[0])
    assert "Who are you?" in stranger.get("number")
    assert stranger.post("answer", answer="yes", standard="ph.1", queue="number").status_code == 403
    stranger.client.close()


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "..%2f..%2fpyproject.toml", "base.html.j2", "%00", "review.css/../home.html.j2", "static/x"],
)
def test_no_path_leads_to_a_file(served: Served, path: str) -> None:
    server, _ = served
    answer = httpx.get(server.address + path)
    assert answer.status_code in (403, 404)


@pytest.mark.parametrize(
    "fields",
    [
        {"answer": "maybe"},
        {"answer": "yes", "standard": "nobody's"},
        {"answer": "yes", "passage": "nobody's"},
        {"answer": "yes", "queue": "elsewhere"},
        {"answer": "yes", "depth": "9"},
        {"answer": "yes", "stage": "king"},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(
    served: Served, visitor: Callable[[str], Visitor], fields: dict[str, str]
) -> None:
    ana = visitor("Ana")
    ana.get("number")
    assert ana.post("answer", **fields).status_code == 400
    assert recorded(served[1]).standing == ()


def test_every_answer_forbids_scripts_of_others_frames_and_caches(served: Served) -> None:
    for address in (served[0].address, f"http://{host_of(served[0])}/"):
        headers = httpx.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
    cookie = httpx.get(served[0].address).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_form_of_any_size_is_not_read(served: Served, visitor: Callable[[str], Visitor]) -> None:
    ana = visitor("Ana")
    ana.get("number")
    assert ana.post("answer", answer="yes", note="x" * 100_000).status_code == 413


def test_what_others_and_the_machine_say_is_shown_before_only_where_the_district_asks_for_it(tmp_path: Path) -> None:
    for blind in (True, False):
        with serving(tmp_path, blind=blind) as server:
            eve = Visitor(server).sign_in("Eve")
            assert ("The machine:" in eve.get("number")) is not blind
            eve.client.close()
