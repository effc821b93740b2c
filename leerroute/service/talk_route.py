"""The route as it is told in the chat: a few steps at a time, each with its reason, and what changed since before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from leerroute.cases.case import StoredFact, is_list
from leerroute.domain.profile import Value
from leerroute.service.wording import Json, Wording

AT_ONCE = 3
MOST_NOT_POSSIBLE = 2


def quotes_of(facts: Iterable[StoredFact]) -> dict[str, str]:
    """The person's own words by field; of a barrier by `barriers:<id>`."""
    return {
        f"{fact.field}:{fact.value}" if is_list(fact.field) else fact.field: fact.quote for fact in facts if fact.quote
    }


def changes_between(before: Sequence[tuple[str, str]], route: Mapping[str, Any]) -> dict[str, Json]:
    """Steps that came, with the facts they rest on, and steps that went; empty when the route is the same."""
    after = {step["measure"]["id"]: step for step in route["steps"]}
    known = {measure for measure, _ in before}
    return {
        "new": [
            {
                "measure": measure,
                "title": step["title"],
                "because": sorted({name for why in step["why"] for name in why["because"]}),
            }
            for measure, step in after.items()
            if measure not in known
        ],
        "gone": [{"measure": measure, "title": title} for measure, title in before if measure not in after],
    }


def step_message(step: Mapping[str, Any], facts: Mapping[str, Value], wording: Wording) -> str:
    """One step as a message of a few lines."""
    lines = [
        _line(wording, "step", order=step["order"], title=step["title"]),
        step["text"],
        _why(step, facts, wording),
        _money(step, wording),
        _applicant(step, wording),
        *_contact(step, wording),
        _find_out(step, wording),
        "" if step["verified"] else wording.label("talk", "not-verified"),
    ]
    return "\n".join(line for line in lines if line)


def _line(wording: Wording, code: str, /, **filled: object) -> str:
    return wording.label("talk", code).format_map(filled)


def _why(step: Mapping[str, Any], facts: Mapping[str, Value], wording: Wording) -> str:
    """The best ground there is: the person's own words, else what they told, else the barrier or solution served."""
    for why in step["why"]:
        if why["quotes"]:
            return _line(wording, "your-words", quote=why["quotes"][0])
    for why in step["why"]:
        told = [_fact(name, facts[name], wording) for name in why["because"] if name in facts and name != "barriers"]
        if told:
            return _line(wording, "your-facts", facts=wording.listed(told))
    for why in step["why"]:
        topics = wording.texts.barriers if why["barrier"] else wording.texts.solutions
        topic = topics.get(why["barrier"] or why["solution"])
        if topic is not None:
            return _line(wording, "why", why=wording.say(topic.explanation))
    return ""


def _fact(name: str, value: Value, wording: Wording) -> str:
    return _line(wording, "noted", field=wording.field(name), after=wording.value(name, value))


def _money(step: Mapping[str, Any], wording: Wording) -> str:
    amount = step["amount"]
    return _line(wording, "paid", amount=amount["text"]) if amount and amount["text"] else ""


def _applicant(step: Mapping[str, Any], wording: Wording) -> str:
    applicant = step["applicant"]
    if applicant in (None, "person"):
        return ""
    return _line(wording, "applicant", applicant=wording.label("applicants", applicant))


def _contact(step: Mapping[str, Any], wording: Wording) -> list[str]:
    """Number and address, unless the step's own sentence names them."""
    contact, text = step["contact"], _letters(step["text"])
    lines = [_line(wording, "desk", name=contact["name"])] if contact.get("name") else []
    if contact["phone"] and _letters(contact["phone"]) not in text:
        lines.append(_line(wording, "call", phone=contact["phone"]))
    if contact["url"] and _letters(_site(contact["url"])) not in text:
        lines.append(_line(wording, "look", url=contact["url"]))
    return lines


def _site(url: str) -> str:
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www.") + parts.path.rstrip("/")


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _find_out(step: Mapping[str, Any], wording: Wording) -> str:
    if not step["missing"]:
        return ""
    return _line(wording, "find-out", fields=wording.listed(wording.field(name) for name in step["missing"]))


def not_possible_message(route: Mapping[str, Any], wording: Wording, names: Mapping[str, str]) -> str:
    """What one would expect but is not possible, why, and what instead; empty when there is nothing to tell."""
    lines = []
    for entry in route["notPossible"][:MOST_NOT_POSSIBLE]:
        lines.append(_line(wording, "not-possible", name=entry["measure"]["name"], reason=entry["reason"]))
        instead = [names[measure] for measure in entry["insteadOf"] if measure in names]
        if instead:
            lines.append(_line(wording, "instead", names=wording.listed(instead)))
    return "\n".join(lines)
