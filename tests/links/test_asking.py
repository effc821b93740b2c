"""What one address is found to be, and how politely it was asked."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from leerroute.links.asking import Asker, make_client
from leerroute.links.manners import Manners, Pace, Robots
from leerroute.links.outcome import Kind, Outcome
from tests.links.conftest import AGENT, Answer, FakeClock, Site

Ask = Callable[[str], Outcome]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(200, Kind.FINE), (204, Kind.FINE), (404, Kind.GONE), (410, Kind.GONE), (401, Kind.REFUSED), (403, Kind.REFUSED),
     (500, Kind.SITE_ERROR)],
)  # fmt: skip
def test_an_answer_has_a_meaning(site: Site, ask: Ask, status: int, kind: Kind) -> None:
    found = ask(site.says("/pagina", Answer(status)))
    assert (found.kind, found.status) == (kind, status)


def test_head_first_and_get_where_head_is_not_welcome(site: Site, ask: Ask) -> None:
    with_head = site.says("/met", Answer())
    without = site.says("/zonder", Answer(methods=("GET",)))
    again = site.says("/ook-zonder", Answer(methods=("GET",)))
    assert [ask(url).kind for url in (with_head, without, again)] == [Kind.FINE] * 3
    asked = [(method, path) for method, path in site.asked if path != "/robots.txt"]
    assert asked == [("HEAD", "/met"), ("HEAD", "/zonder"), ("GET", "/zonder"), ("GET", "/ook-zonder")]
    assert site.agents == {AGENT}


def test_a_page_that_moved_for_good_gives_the_new_address(site: Site, ask: Ask) -> None:
    new = site.says("/nieuw", Answer())
    found = ask(site.says("/oud", Answer(301, {"Location": "/nieuw"})))
    assert (found.kind, found.moved_to, found.final) == (Kind.MOVED, new, new)


def test_a_detour_is_no_move(site: Site, ask: Ask) -> None:
    site.says("/nieuw", Answer())
    found = ask(site.says("/oud", Answer(302, {"Location": "/nieuw"})))
    assert (found.kind, found.moved_to) == (Kind.FINE, None)


def test_a_page_that_moved_to_nothing_is_gone(site: Site, ask: Ask) -> None:
    assert ask(site.says("/oud", Answer(301, {"Location": "/weg"}))).kind is Kind.GONE


def test_a_page_that_leads_to_the_front_page_must_be_looked_at(site: Site, ask: Ask) -> None:
    site.says("/", Answer())
    assert ask(site.says("/regeling", Answer(302, {"Location": "/"}))).kind is Kind.FRONT_PAGE


def test_redirects_without_end_stop(site: Site, ask: Ask) -> None:
    found = ask(site.says("/rond", Answer(302, {"Location": "/rond"})))
    assert found.kind is Kind.LOOP
    assert site.times("/rond") < 30


def test_robots_txt_is_read_once_and_kept(site: Site, ask: Ask) -> None:
    site.says("/robots.txt", Answer(body="User-agent: *\nDisallow: /prive/\nCrawl-delay: 7"))
    closed, opened = site.says("/prive/pagina", Answer()), site.says("/pagina", Answer())
    assert (ask(closed).kind, ask(opened).kind) == (Kind.ROBOTS, Kind.FINE)
    assert (site.times("/robots.txt"), site.times("/prive/pagina"), site.times("/pagina")) == (1, 0, 1)


def test_a_robots_txt_that_fails_closes_the_site(site: Site, ask: Ask) -> None:
    site.says("/robots.txt", Answer(500))
    assert ask(site.says("/pagina", Answer())).kind is Kind.ROBOTS
    assert site.times("/pagina") == 0


def test_there_is_a_pause_between_two_questions_to_a_host(site: Site, ask: Ask, clock: FakeClock) -> None:
    for number in range(3):
        ask(site.says(f"/{number}", Answer()))
    assert clock.waits == [2.0, 2.0, 2.0]  # robots.txt, and three pages


def test_the_pause_is_as_long_as_robots_txt_asks(site: Site, ask: Ask, clock: FakeClock) -> None:
    site.says("/robots.txt", Answer(body="User-agent: *\nCrawl-delay: 7"))
    for number in range(3):
        ask(site.says(f"/{number}", Answer()))
    assert clock.waits[1:] == [7.0, 7.0]


def test_a_site_that_has_no_time_is_asked_again_when_it_says_so(site: Site, ask: Ask, clock: FakeClock) -> None:
    found = ask(site.says("/druk", Answer(503, {"Retry-After": "30"}), Answer()))
    assert found.kind is Kind.FINE
    assert 30.0 in clock.waits


def test_a_date_in_retry_after_is_understood(site: Site, ask: Ask, clock: FakeClock) -> None:
    found = ask(site.says("/druk", Answer(429, {"Retry-After": "Tue, 24 Nov 2026 09:00:40 GMT"}), Answer()))
    assert found.kind is Kind.FINE
    assert any(30 < wait <= 40 for wait in clock.waits)


def test_a_site_that_asks_for_an_hour_is_left_alone(site: Site, ask: Ask, clock: FakeClock) -> None:
    found = ask(site.says("/druk", Answer(429, {"Retry-After": "3600"})))
    assert (found.kind, found.status, found.broken) == (Kind.BUSY, 429, False)
    assert site.times("/druk") == 1
    assert max(clock.waits) < 60


def test_a_connection_that_drops_is_tried_three_times(site: Site, ask: Ask) -> None:
    found = ask(site.says("/stil", Answer(0)))
    assert found.kind is Kind.NO_ANSWER
    assert site.times("/stil") == 3


def test_a_connection_that_drops_once_is_no_trouble(site: Site, ask: Ask) -> None:
    assert ask(site.says("/stil", Answer(0), Answer())).kind is Kind.FINE


def test_a_site_that_never_answers_ends_in_time(ask: Ask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = ask(f"http://127.0.0.1:{silent.getsockname()[1]}/pagina")
    assert found.kind is Kind.NO_ANSWER


def test_nobody_there(ask: Ask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/").kind is Kind.UNREACHABLE


@pytest.mark.parametrize("address", ["https://", "http://[::1", "https:///pad"])
def test_what_cannot_be_read_is_no_address(ask: Ask, address: str) -> None:
    assert ask(address).kind is Kind.NO_ADDRESS


def test_addresses_inside_the_network_are_not_asked_for(site: Site, clock: FakeClock) -> None:
    pace = Pace(clock, 0.0)
    with make_client(Manners(AGENT), pace, timeout=1) as client:
        found = Asker(client, Robots(client, AGENT, pace), clock).ask(site.says("/intern", Answer()))
    assert found.kind is Kind.NOT_PUBLIC
    assert site.asked == []
