"""The dates of a route as a calendar file (RFC 5545).

Calendars are shared with family and work. So a title only says that something of Leerroute is due; which step it is
stands in the description, every event is marked private, and nothing that a person said is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from api.take_along.words import Texts, texts_of
from leerroute.domain.measure import Language

HERE = ZoneInfo("Europe/Amsterdam")
BEGIN_AT, BEGIN_TAKES = time(10), timedelta(minutes=15)
BEFORE_THE_END = timedelta(days=7)
SATURDAY = 5


def route_calendar(route: Mapping[str, Any], case_id: str, language: Language, now: datetime) -> bytes:
    """The file. Taken in twice it changes the events that are there, because their ids stay the same."""
    texts = texts_of("calendar", language)
    calendar = Calendar()
    calendar.add("prodid", "-//Leerroute//Leerroute//NL")
    calendar.add("version", "2.0")
    calendar.add("name", texts["name"])
    calendar.add("x-wr-calname", texts["name"])
    for name, event in _events(route, texts):
        event.add("uid", f"{uuid5(NAMESPACE_URL, f'leerroute:{case_id}:{name}')}")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _events(route: Mapping[str, Any], texts: Texts) -> Iterator[tuple[str, Event]]:
    on = date.fromisoformat(route["on"])
    for step in route["steps"][:1]:
        yield "begin", _begin(step, on, texts)
    for step in route["steps"]:
        for kind, day in _days(step, on):
            yield f"{step['measure']['id']}:{kind}:{day}", _whole_day(texts[kind], day, _about(step, texts))
    for entry in route["notPossible"]:
        opens = entry["changesOn"] and date.fromisoformat(entry["changesOn"])
        if opens and opens > on:
            about = f"{entry['measure']['name']}\n{texts['ask']}"
            yield f"{entry['measure']['id']}:opens:{opens}", _whole_day(texts["opens"], opens, about)


def _days(step: Mapping[str, Any], on: date) -> Iterator[tuple[str, date]]:
    """The days of a step that are still to come, and what happens then."""
    dates = step["dates"]
    for window in dates["windows"]:
        first, last = date.fromisoformat(window["firstDay"]), date.fromisoformat(window["lastDay"])
        if first > on:
            yield "opens", first
        yield "closes", last
    if dates["lastDay"]:
        yield "ends", date.fromisoformat(dates["lastDay"])


def _begin(step: Mapping[str, Any], on: date, texts: Texts) -> Event:
    """A quarter of an hour on the next working day."""
    day = on + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    event = Event()
    event.add("summary", texts["begin"])
    event.add("dtstart", datetime.combine(day, BEGIN_AT, HERE))
    event.add("duration", BEGIN_TAKES)
    event.add("description", _about(step, texts))
    event.add_component(_alarm(texts["begin"], timedelta()))
    return event


def _whole_day(title: str, day: date, about: str) -> Event:
    event = Event()
    event.add("summary", title)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("description", about)
    event.add_component(_alarm(title, -BEFORE_THE_END))
    return event


def _alarm(title: str, when: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", when)
    return alarm


def _about(step: Mapping[str, Any], texts: Texts) -> str:
    contact = step["contact"] or {}
    lines = [f"{step['order']}. {step['title']}", step["text"], contact.get("phone"), contact.get("url"), texts["ask"]]
    return "\n".join(line for line in lines if line)
