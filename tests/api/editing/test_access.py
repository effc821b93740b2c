"""Nobody edits without logging in, and no other site can make somebody do it."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.api.conftest import Api
from tests.api.editing.conftest import PASSWORD, Screens

PAGES = ["/beheer/", "/beheer/hulp"]


@pytest.mark.parametrize("path", PAGES)
def test_who_is_not_logged_in_is_sent_to_the_login(visit: Callable[..., Screens], path: str) -> None:
    answer = visit().get(path)
    assert answer.url.path == "/beheer/inloggen"
    assert "Wachtwoord" in answer.text


def test_logging_in_shows_the_list_and_logging_out_ends_it(visit: Callable[..., Screens]) -> None:
    screens = visit("noor")
    assert "100 maatregelen" in screens.get("/beheer/").text
    cookie = screens.client.cookies["leerroute_beheer"]
    assert screens.send("/beheer/uitloggen").url.path == "/beheer/inloggen"
    copied = httpx.Cookies({"leerroute_beheer": cookie})
    with httpx.Client(base_url=screens.client.base_url, cookies=copied, trust_env=False) as other:
        assert other.get("/beheer/").status_code == 303


@pytest.mark.parametrize(("name", "password"), [("noor", "niet het wachtwoord"), ("niemand", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_look_the_same(
    visit: Callable[..., Screens], name: str, password: str
) -> None:
    answer = visit().log_in(name, password)
    assert answer.status_code == 401
    assert "De naam of het wachtwoord klopt niet." in answer.text
    assert password not in answer.text or not password


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(visit: Callable[..., Screens]) -> None:
    screens = visit()
    screens.client.follow_redirects = False
    cookies = screens.log_in("noor").headers.get_list("set-cookie")
    (session,) = [cookie for cookie in cookies if cookie.startswith("leerroute_beheer=")]
    assert "HttpOnly" in session
    assert "samesite=strict" in session.casefold()
    assert "Path=/beheer" in session
    assert "Secure" not in session  # this test speaks http


def test_over_https_the_cookie_is_for_https_only(visit: Callable[..., Screens]) -> None:
    screens = visit()
    screens.client.follow_redirects = False
    screens.client.headers["X-Forwarded-Proto"] = "https"
    cookies = screens.get("/beheer/inloggen").headers.get_list("set-cookie")
    assert all("Secure" in cookie for cookie in cookies)


@pytest.mark.parametrize("seal", ["", "0" * 64])
def test_a_form_of_another_site_does_nothing(visit: Callable[..., Screens], seal: str) -> None:
    screens = visit("noor")
    assert screens.send("/beheer/uitloggen", seal=seal).status_code == 400
    assert screens.get("/beheer/").url.path == "/beheer/"
    stranger = visit()
    stranger.get("/beheer/inloggen")
    answer = stranger.send("/beheer/inloggen", seal=seal, naam="noor", wachtwoord=PASSWORD)
    assert answer.status_code == 400
    assert "leerroute_beheer" not in stranger.client.cookies


def test_a_seal_of_another_session_does_not_fit(visit: Callable[..., Screens]) -> None:
    noor, sam = visit("noor"), visit("sam")
    sam.get("/beheer/")
    assert noor.send("/beheer/uitloggen", seal=sam.seal).status_code == 400


def test_guessing_is_slowed_down(
    start_api: Callable[..., Api], editing_url: str, visit: Callable[..., Screens]
) -> None:
    screens = visit(api=start_api(database_url=editing_url, rate_login="3/minute"))
    assert [screens.log_in("noor", "fout wachtwoord").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert screens.log_in("noor").status_code == 429


def test_pages_may_not_be_framed_or_kept_and_run_no_script(visit: Callable[..., Screens]) -> None:
    answer = visit("noor").get("/beheer/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "<script" not in answer.text
    assert "style=" not in answer.text


def test_the_screens_can_be_switched_off(
    start_api: Callable[..., Api], editing_url: str, visit: Callable[..., Screens]
) -> None:
    screens = visit(api=start_api(database_url=editing_url, editing=False))
    for path in ("/beheer", "/beheer/", "/beheer/inloggen"):
        assert screens.get(path).status_code == 404


def test_the_screens_are_no_part_of_the_api_document(visit: Callable[..., Screens]) -> None:
    assert "beheer" not in visit().get("/api/v1/openapi.json").text


def test_a_page_that_does_not_exist_says_so_in_the_frame(visit: Callable[..., Screens]) -> None:
    answer = visit("noor").get("/beheer/onzin")
    assert answer.status_code == 404
    assert "Niet gevonden" in answer.text


def test_the_list_is_searched_and_shown_on_a_date(visit: Callable[..., Screens]) -> None:
    screens = visit("sam")
    found = screens.get("/beheer/?zoek=stap&datum=2023-05-01&status=open").text
    assert "/stap-budget" not in found  # its window was closed that day
    assert "/stap-budget" in screens.get("/beheer/?zoek=stap-budget").text
    assert "is geen datum" in screens.get("/beheer/?datum=gisteren").text
    assert "&lt;b&gt;" in screens.get("/beheer/?zoek=%3Cb%3E").text
