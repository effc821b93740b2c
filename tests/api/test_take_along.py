"""The route as a PDF that can be read aloud, and in a calendar that tells nothing to who looks over a shoulder."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import icalendar
import pypdf
import pytest

from leerroute.cases import CaseRepository, StoredFact
from tests.api.conftest import Api, Conversation

DEBTS = {"age": 58, "work": "unemployed", "education": "vmbo", "debts": True, "municipality": "GM0363"}
EMPLOYED = {
    "age": 40,
    "work": "employed",
    "contract": "permanent",
    "employerSize": "small",
    "sector": "health-care",
    "education": "vmbo",
    "goal": "keep-work",
}


@pytest.fixture
def with_route(api: Api, new_talk: Callable[..., Conversation]) -> Callable[..., Conversation]:
    """A talk in which the route was given."""

    def started(facts: dict[str, object], **body: object) -> Conversation:
        talk = new_talk(**body)
        assert talk.client.patch(f"{talk.path}/profile", json=facts).status_code == 200
        finish(api, talk)
        return talk

    return started


def finish(api: Api, talk: Conversation) -> None:
    CaseRepository(api.engine).update(talk.id, done=True)


def pdf_of(talk: Conversation) -> pypdf.PdfReader:
    answer = talk.client.get(f"{talk.path}/pdf")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="leerroute.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    return pypdf.PdfReader(io.BytesIO(answer.content))


def tags(node: Any) -> Iterator[str]:
    """The roles in the structure tree of a PDF, from the top down."""
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])


def text_of(pdf: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize(("language", "title"), [("nl", "Mijn leerroute"), ("en", "My learning route")])
def test_the_pdf_is_tagged_and_says_its_language_and_title(
    with_route: Callable[..., Conversation], language: str, title: str
) -> None:
    pdf = pdf_of(with_route(DEBTS, language=language))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == title
    assert b"pdfuaid" in root["/Metadata"].get_data()
    roles = list(tags(root["/StructTreeRoot"]["/K"]))
    assert {"/H1", "/H2", "/L", "/LI", "/Link", "/P"} <= set(roles)


def test_the_pdf_shows_the_steps_of_the_route_in_their_order(with_route: Callable[..., Conversation]) -> None:
    talk = with_route(DEBTS)
    route = talk.client.get(talk.path).json()["route"]
    text = text_of(pdf_of(talk))
    places = [text.index(f"Stap {step['order']}: {step['title']}") for step in route["steps"]]
    assert len(places) > 2
    assert places == sorted(places)
    assert all(entry["reason"] in text for entry in route["notPossible"])


def test_phone_numbers_and_sites_are_links_in_the_pdf(with_route: Callable[..., Conversation]) -> None:
    pdf = pdf_of(with_route(DEBTS))
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    addresses = {note["/A"]["/URI"] for note in notes if note["/Subtype"] == "/Link"}
    assert "tel:08008115" in addresses
    assert any(address.startswith("https://") for address in addresses)


@pytest.mark.parametrize(
    "said",
    ["#strong[x] $1$ <b>vet</b>", "😀 工作 \u202e", "шукаю роботу", "أبحث عن عمل", "x" * 400, '"} #panic()'],
)
def test_what_somebody_said_is_text_in_the_pdf_and_never_breaks_it(
    api: Api, with_route: Callable[..., Conversation], said: str
) -> None:
    talk = with_route(DEBTS)
    CaseRepository(api.engine).put_facts(talk.id, [StoredFact("debts", True, "quote", quote=said)])
    text = text_of(pdf_of(talk))
    if said.startswith("#"):
        assert said in text


@pytest.mark.parametrize("what", ["pdf", "calendar"])
def test_without_a_route_there_is_nothing_to_take_along(talk: Conversation, what: str) -> None:
    answer = talk.client.get(f"{talk.path}/{what}")
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:leerroute:problem:no-route"


def calendar_of(talk: Conversation) -> tuple[icalendar.Calendar, str]:
    answer = talk.client.get(f"{talk.path}/calendar")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar, answer.text


def test_the_calendar_reminds_to_begin_on_the_next_working_day(with_route: Callable[..., Conversation]) -> None:
    talk = with_route(DEBTS)
    route = talk.client.get(talk.path).json()["route"]
    calendar, _ = calendar_of(talk)
    begin = calendar.events[0]
    assert begin.get("summary") == "Leerroute: begin met stap 1"
    day = begin.start.date()
    assert day > date.fromisoformat(route["on"])
    assert day.weekday() < 5
    assert route["steps"][0]["title"] in begin.get("description")
    assert len(begin.alarms.times) == 1


def test_the_calendar_holds_the_rounds_and_last_days_that_are_to_come(
    with_route: Callable[..., Conversation],
) -> None:
    talk = with_route(EMPLOYED)
    steps = talk.client.get(talk.path).json()["route"]["steps"]
    wanted = {
        date.fromisoformat(day)
        for step in steps
        for day in [step["dates"]["lastDay"], *(window["lastDay"] for window in step["dates"]["windows"])]
        if day
    }
    calendar, _ = calendar_of(talk)
    days = calendar.events[1:]
    assert wanted
    assert wanted <= {event.get("dtstart").dt for event in days}
    assert all(event.get("dtend").dt - event.get("dtstart").dt == timedelta(days=1) for event in days)


def test_a_calendar_tells_nothing_in_titles_and_nothing_that_was_said(with_route: Callable[..., Conversation]) -> None:
    talk = with_route(DEBTS)
    calendar, text = calendar_of(talk)
    assert all(str(event.get("summary")).startswith("Leerroute: ") for event in calendar.events)
    assert all(event.get("class") == "PRIVATE" for event in calendar.events)
    titles = " ".join(str(event.get("summary")) for event in calendar.events).lower()
    assert not any(word in titles for word in ("schuld", "geldfit", "uwv", "58"))
    assert talk.id not in text


def test_taken_in_twice_the_calendar_has_the_same_events(with_route: Callable[..., Conversation]) -> None:
    talk = with_route(DEBTS)
    first, second = ([event.get("uid") for event in calendar_of(talk)[0].events] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first)
