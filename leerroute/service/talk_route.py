"""The route as it is told in the chat: a few steps at a time, each with its reason, and what changed since before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from leerroute.cases.case import StoredFact, is_list
from leerroute.domain.profile import Value
from leerroute.service.talk_words import FactWords
from leerroute.service.wording import Json, Wording

AT_ONCE = 3
MOST_NOT_POSSIBLE = 2
NO_GROUND = ("ok", "fluent")


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


@dataclass(slots=True)
class StepTeller:
    """Tells steps one after the other; a reason that was given for one step is not given again for the next."""

    words: FactWords
    facts: Mapping[str, Value]
    quotes: Mapping[str, str]
    given: set[str] = field(default_factory=set)

    @property
    def wording(self) -> Wording:
        """The words of the content."""
        return self.words.wording

    def tell(self, step: Mapping[str, Any]) -> str:
        """One step as a message of a few lines."""
        lines = [
            self._line("step", order=step["order"], title=step["title"]),
            step["text"],
            self._why(step),
            self._money(step),
            self._applicant(step),
            *self._contact(step),
            self._find_out(step),
            "" if step["verified"] else self.wording.label("talk", "not-verified"),
            step["stale"] or "",
        ]
        return "\n".join(line for line in lines if line)

    def _line(self, code: str, /, **filled: object) -> str:
        return self.wording.label("talk", code).format_map(filled)

    def _why(self, step: Mapping[str, Any]) -> str:
        """The person's own words, else what they told, else what the step is for; the closest ground first."""
        because = [name for why in step["why"] for name in reversed(why["because"])]
        fresh = [name for name in because if name not in self.given and _is_ground(name, self.facts.get(name))]
        for name in fresh:
            if name in self.quotes and type(self.facts[name]) is not int:
                self.given.add(name)
                return self._line("your-words", quote=self.quotes[name])
        if fresh:
            self.given.add(fresh[0])
            return self._line("your-facts", facts=self.words.fact(fresh[0], self.facts[fresh[0]]))
        return self._ground(step)

    def _ground(self, step: Mapping[str, Any]) -> str:
        """What the step is for, in general: its solution, else the barrier it helps with."""
        texts = self.wording.texts
        for why in step["why"]:
            topic = texts.solutions.get(why["solution"]) or texts.barriers.get(why["barrier"] or "")
            if topic is not None:
                return self._line("why", why=self.wording.say(topic.explanation))
        return ""

    def _money(self, step: Mapping[str, Any]) -> str:
        amount = step["amount"]
        return self._line("paid", amount=amount["text"]) if amount and amount["text"] else ""

    def _applicant(self, step: Mapping[str, Any]) -> str:
        applicant = step["applicant"]
        if applicant in (None, "person"):
            return ""
        return self._line("applicant", applicant=self.wording.label("applicants", applicant))

    def _contact(self, step: Mapping[str, Any]) -> list[str]:
        """Number and address, unless the step's own sentence names them."""
        contact, text = step["contact"], _letters(step["text"])
        lines = [self._line("desk", name=contact["name"])] if contact.get("name") else []
        if contact["phone"] and _letters(contact["phone"]) not in text:
            lines.append(self._line("call", phone=contact["phone"]))
        if contact["url"] and _letters(_site(contact["url"])) not in text:
            lines.append(self._line("look", url=contact["url"]))
        return lines

    def _find_out(self, step: Mapping[str, Any]) -> str:
        if not step["missing"]:
            return ""
        names = (self.wording.field(name) for name in step["missing"])
        return self._line("find-out", fields=self.wording.listed(names))


def _is_ground(name: str, value: Value | None) -> bool:
    """Whether a fact can be told as the reason of a step: an absence is none, unless it is of a diploma or money."""
    if value is None or value is False or name == "barriers":
        return False
    return value not in NO_GROUND and (value != "none" or name in ("education", "learningBudget"))


def _site(url: str) -> str:
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www.") + parts.path.rstrip("/")


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def not_possible_message(route: Mapping[str, Any], wording: Wording) -> str:
    """What one would expect but is not possible, why, and what instead; empty when there is nothing to tell."""
    lines = []
    for entry in route["notPossible"][:MOST_NOT_POSSIBLE]:
        lines.append(
            wording.label("talk", "not-possible").format(name=entry["measure"]["name"], reason=entry["reason"])
        )
        instead = [measure["name"] for measure in entry["insteadOfMeasures"]]
        if instead:
            lines.append(wording.label("talk", "instead").format(names=wording.listed(instead)))
    return "\n".join(lines)
