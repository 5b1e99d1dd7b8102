"""Who comes in: the token, its file, one-time links and the sessions that they open."""

from __future__ import annotations

from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from svs_desktop.api.access import LINK_S, SESSION_S, Access, proof, token_at, token_of

from .conftest import JOBS, Station


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_token_is_the_users_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "api.token"

    token = token_at(path)

    assert len(token) >= 43
    assert path.stat().st_mode & 0o777 == 0o600
    assert token_at(path) == token == token_of(path)
    assert token_at(path, new=True) != token


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_a_token_that_others_could_read_is_made_anew(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "api.token"
    path.write_text("known to many\n")
    path.chmod(mode)

    assert token_at(path) != "known to many"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_in_the_tokens_place_is_not_followed(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere", tmp_path / "api.token"
    elsewhere.write_text("planted\n")
    elsewhere.chmod(0o600)
    path.symlink_to(elsewhere)

    assert token_at(path) != "planted"
    assert not path.is_symlink()
    assert elsewhere.read_text() == "planted\n"


def test_only_the_token_is_the_token() -> None:
    access = Access("secret")
    assert access.is_token("secret")
    for wrong in ("", "secre", "secret ", "Secret", "sécret", "secret\udcff"):
        assert not access.is_token(wrong)


def test_a_link_works_once_and_for_a_while() -> None:
    clock = Clock()
    access = Access("secret", clock)
    first, second = access.new_link(), access.new_link()

    assert access.redeem(first)
    assert access.redeem(first) is None
    clock.now += LINK_S + 1
    assert access.redeem(second) is None
    assert access.redeem("") is None


def test_a_session_ends_in_time_and_with_the_token() -> None:
    clock = Clock()
    access = Access("secret", clock)
    session = access.redeem(access.new_link())
    assert session

    assert access.is_session(session)
    assert Access("secret", clock).is_session(session), "it outlives a restart"
    assert not Access("another", clock).is_session(session)
    until, nonce, signature = session.split(".")
    for forged in ("", "..", f"9{until}.{nonce}.{signature}", f"{until}.{nonce}.", session + "0"):
        assert not access.is_session(forged)
    clock.now += SESSION_S + 1
    assert not access.is_session(session)


def test_without_the_token_nothing_is_told(station: Station) -> None:
    job_id = station.add("talk.mp4")
    right = station.token

    for headers in (
        {},
        {"Authorization": "Bearer "},
        {"Authorization": f"Bearer {right[:-1]}"},
        {"Authorization": f"Basic {right}"},
        {"Authorization": right},
        {"Cookie": f"svs_session={right}"},
    ):
        for method, path in (
            ("GET", JOBS),
            ("POST", JOBS),
            ("GET", f"{JOBS}/{job_id}"),
            ("DELETE", f"{JOBS}/{job_id}"),
            ("GET", "/api/admin/events"),
            ("POST", "/api/admin/links"),
            ("GET", "/openapi.json"),
            ("GET", "/"),
            ("GET", "/nothing"),
        ):
            answer = station.ask(method, path, headers=headers, token=False)
            assert answer.code == "unauthorized", (headers, method, path)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert station.ask("GET", "/healthz", token=False).json == {"status": "ok", "proof": ""}
    assert station.status(job_id) == "running"


def enter(station: Station) -> SimpleCookie:
    link = station.post("/api/admin/links").json["url"]
    path = link.removeprefix(station.service.url)
    answer = station.ask("GET", path, token=False)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert station.ask("GET", path, token=False).status == 401, "it works once"
    return SimpleCookie(answer.headers["Set-Cookie"])


def test_a_browser_comes_in_by_a_link(station: Station) -> None:
    cookie = enter(station)["svs_session"]

    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "strict"
    assert cookie["path"] == "/"
    assert cookie["domain"] == ""
    session = {"Cookie": f"svs_session={cookie.value}"}
    page = station.ask("GET", "/", headers=session, token=False)
    assert (page.status, page.headers["Content-Type"].partition(";")[0]) == (200, "text/html")
    assert station.ask("GET", JOBS, headers=session, token=False).status == 200
    shut = station.ask("GET", "/", headers={"Accept": "text/html"}, token=False)
    assert shut.status == 401
    assert b"opens with a link" in shut.body


def test_a_session_alone_changes_nothing(station: Station) -> None:
    """Browsers tell the origin of a page that changes something; a forged form has another."""
    job_id = station.add("talk.mp4")
    session = {"Cookie": f"svs_session={enter(station)['svs_session'].value}"}
    cancel = f"{JOBS}/{job_id}/cancel"

    def answered(**headers: str) -> int:
        return station.ask("POST", cancel, headers=session | headers, token=False).status

    assert answered() == 401
    assert answered(Origin="http://evil.example") == 403
    assert answered(Origin="null") == 403
    assert answered(Origin=f"http://127.0.0.1:{station.port + 1}") == 403
    assert station.status(job_id) == "running"
    assert answered(Origin=f"http://127.0.0.1:{station.port}") == 200


def test_the_server_proves_that_it_knows_the_token(station: Station) -> None:
    first, second = (
        station.ask("GET", f"/healthz?challenge={challenge}", token=False).json["proof"]
        for challenge in ("00", "01")
    )

    assert first == proof(station.token, "00") != second
    assert proof("another", "00") != first
    assert station.ask("GET", "/healthz?challenge=x", token=False).code == "invalid"
    # Nobody can have it sign something else, such as a session.
    assert not Access(station.token).is_session(f"9999999999.x.{first}")
