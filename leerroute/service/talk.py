"""The talk: hears what a person says, keeps it, and chooses what is asked next. Its state lives in the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from leerroute.cases import Case, CaseRepository, StoredFact, UnknownCase
from leerroute.cases.case import Source
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.barriers import find_barriers
from leerroute.domain.measure import Language
from leerroute.domain.profile import BARRIERS, Profile
from leerroute.domain.question import BARRIER_PREFIX, Interview
from leerroute.service import talk_memory
from leerroute.service.routes import RouteService
from leerroute.service.talk_answers import answers, items, says_nothing_new
from leerroute.service.talk_asking import (
    SITUATION,
    Asked,
    answer_in_words,
    plain_yes_or_no,
    present_question,
    question_of,
)
from leerroute.service.talk_facts import DENIED, SaidFact, TakenIn, read_facts
from leerroute.service.talk_memory import Memory
from leerroute.service.talk_readings import readings_of, yes_to_the_only_one
from leerroute.service.talk_route import changes_between, quotes_of
from leerroute.service.wording import Json

ANSWERS = frozenset({"inform", "affirm", "deny", "nonsense", "nlu_fallback"})
REFUSALS = frozenset({"dont_know", "rather_not_say"})
PAUSES = frozenset({"stop", "goodbye", "crisis"})
TIRED_AFTER = 3  # messages in a row that we do not understand; then the question is left out


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it was understood. `language` only when the person asked for another one."""

    message: str
    intent: str
    text: str = ""
    facts: tuple[SaidFact, ...] = ()
    language: Language | None = None
    guesses: tuple[str, ...] = ()  # `<field>=<value>`: what it may say, not sure enough to be noted


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a message: `goes_on` when it answers, so that the next question follows; `ready` for the route.

    `beside` when it told something else than what was asked: the question is put again, so we say what we noted.
    """

    taken: TakenIn
    goes_on: bool
    ready: bool
    again: bool = False
    beside: bool = False


class Talk:
    """The use cases of one talk. Safe to share between threads; two messages of one talk must come one by one."""

    def __init__(self, catalogue: CatalogueRepository, cases: CaseRepository, routes: RouteService) -> None:
        self._catalogue = catalogue
        self._cases = cases
        self._routes = routes

    def case(self, case_id: str) -> Case:
        """The talk as it is kept. Raises UnknownCase."""
        case = self._cases.get(case_id)
        if case is None:
            raise UnknownCase(case_id)
        return case

    def start(self, case_id: str, on: date) -> None:
        """Begin with the open question."""
        left = self._routes.next_question(Interview(Profile()), on).at_most_left + 1
        memory = Memory(at_most_left=left).asking(SITUATION)
        self._cases.update(
            case_id,
            open_question=SITUATION,
            asked=1,
            done=False,
            denied_barriers=(),
            skipped=(),
            memory=memory.as_data(),
        )

    def restart(self, case_id: str, on: date) -> None:
        """Forget every fact and begin again; the talk itself and its language stay."""
        self._cases.drop_facts(case_id, {fact.field for fact in self.case(case_id).facts})
        self.start(case_id, on)

    def hear(self, case_id: str, said: Said, on: date) -> Heard:
        """Take in a message: its facts, a refusal to answer, a pause; then choose what is asked. Once a message."""
        case = self.case(case_id)
        memory = Memory.of(case.memory)
        if memory.heard == said.message:
            return Heard(TakenIn(), memory.goes_on, case.open_question is None, again=True)
        if said.intent in ("restart", "start"):
            self.restart(case_id, on)
            return self._restarted(case_id, said)
        if said.language is not None:
            self._cases.update(case_id, language=said.language)
        taken = read_facts(case.profile, self._facts(case, said))
        self._keep(case, taken)
        useful = taken.understood and not says_nothing_new(case.open_question, taken)
        goes_on = said.intent in REFUSALS or (said.intent in ANSWERS and useful)
        consent_awaited = memory.waits_for_consent
        failed = said.intent in ANSWERS and not useful and not consent_awaited
        memory = talk_memory.after(memory, said.message, taken, goes_on=goes_on)
        memory = replace(memory, failures=talk_memory.failures(memory, failed=failed), paused=said.intent in PAUSES)
        memory = self._with_readings(case, said, memory) if failed and memory.failures == 1 else memory
        refused = said.intent in REFUSALS and not taken.touched and not consent_awaited
        open_question = self._move_on(self.case(case_id), memory, taken, on, refused=refused, failed=failed)
        beside = case.open_question not in (None, SITUATION) and not answers(case.open_question, taken)
        return Heard(taken, goes_on, open_question is None, beside=beside)

    def _restarted(self, case_id: str, said: Said) -> Heard:
        memory = replace(Memory.of(self.case(case_id).memory), heard=said.message)
        self._cases.update(case_id, memory=memory.as_data())
        return Heard(TakenIn(), goes_on=False, ready=False)

    def _facts(self, case: Case, said: Said) -> tuple[SaidFact, ...]:
        """A text that is one of the tappable answers means that answer, whatever else could be read in it."""
        asked = self.asked(case) if said.intent in ANSWERS and said.text else None
        meant = yes_to_the_only_one(asked, said.intent, said.text)
        return meant or (answer_in_words(asked, said.text) if asked else ()) or self._found(asked, said)

    def _found(self, asked: Asked | None, said: Said) -> tuple[SaidFact, ...]:
        if said.facts or asked is None:
            return said.facts
        return plain_yes_or_no(asked, said.intent, said.text)

    def _with_readings(self, case: Case, said: Said, memory: Memory) -> Memory:
        found = readings_of(self.asked(case), said.text, said.guesses, self._catalogue.questions())
        return replace(memory, readings=() if memory.refused else tuple(found))

    def _keep(self, case: Case, taken: TakenIn) -> None:
        if taken.stored:
            self._cases.put_facts(case.id, taken.stored)
        if taken.dropped:
            self._cases.drop_facts(case.id, [change.field for change in taken.dropped])
        said = {str(b) for fact in taken.stored if fact.field == "barriers" for b in items(fact.value)}
        self._cases.update(
            case.id,
            denied_barriers=(case.denied_barriers | set(taken.denied)) - said,
            skipped=case.skipped - {fact.field for fact in taken.stored} - {BARRIER_PREFIX + b for b in said},
        )

    def _move_on(
        self, case: Case, memory: Memory, taken: TakenIn, on: date, *, refused: bool = False, failed: bool = False
    ) -> str | None:
        """Decide what stands open now, keep it, and tell its field."""
        skipped, open_question = case.skipped, case.open_question
        own = memory.clash or memory.places
        if refused and open_question is not None and not own:
            skipped |= {open_question}
        if failed and memory.failures % TIRED_AFTER == 0 and open_question is not None and not own:
            skipped |= {open_question}
        answered = answers(open_question, taken) or refused or open_question in skipped
        memory = talk_memory.about_own_question(memory, taken, answered=answered or memory.goes_on)
        if memory.clash or memory.places:
            open_question = memory.own_field
        elif answered or memory.goes_on or taken.touched or own:
            case = replace(case, skipped=frozenset(skipped))
            open_question, memory = self._next(case, memory, on)
        elif failed and open_question is not None:
            memory = memory.asking(open_question)
        self._cases.update(
            case.id,
            open_question=open_question,
            skipped=skipped,
            asked=len(memory.asked),
            done=case.done and open_question is None,
            memory=memory.as_data(),
        )
        return open_question

    def _next(self, case: Case, memory: Memory, on: date) -> tuple[str | None, Memory]:
        found = self._routes.next_question(_interview(case, memory), on)
        if found.question is None:
            return None, replace(memory, at_most_left=0)
        return found.question.field, replace(memory.asking(found.question.field), at_most_left=found.at_most_left)

    def asked(self, case: Case) -> Asked | None:
        """The question that stands open, with everything that can be tapped."""
        memory = Memory.of(case.memory)
        question = question_of(self._catalogue.questions(), case.open_question or "")
        if question is None or memory.paused or memory.waits_for_consent:
            return None
        return Asked(
            question,
            ways_out=memory.clash,
            readings=memory.readings,
            places=tuple((code, self._place(code)) for code in memory.places),
            with_person=memory.failures > 1,
            with_languages=case.language is None and question.field == SITUATION,
        )

    def _place(self, code: str) -> str:
        found = self._catalogue.municipality(code)
        return found.name if found else code

    def state(self, case: Case, _on: date, language: str) -> dict[str, Json]:
        """What is asked, how far the talk is, and whether it is done; no date decides that, unlike the route."""
        asked = self.asked(case)
        memory = Memory.of(case.memory)
        answered = max(len(memory.asked) - (1 if case.open_question else 0), 0)
        return {
            "question": present_question(asked, self._routes.wording(language)) if asked else None,
            "progress": {"answered": answered, "atMostLeft": memory.at_most_left if case.open_question else 0},
            "done": case.done,
        }

    def route(self, case: Case, on: date, language: str) -> dict[str, Json]:
        """The route of what is known, with the person's own words."""
        chosen = Memory.of(case.memory).chosen
        return self._routes.plan(case.profile, on, language, quotes=quotes_of(case.facts), chosen=chosen)

    def give_route(self, case_id: str, on: date, language: str) -> tuple[dict[str, Json], dict[str, Json]]:
        """The route to tell now and how it differs from the one told before; then the talk is done."""
        case = self.case(case_id)
        memory = Memory.of(case.memory)
        route = self.route(case, on, language)
        changed = changes_between(memory.told_steps, route) if memory.told_steps else {}
        titles = dict(memory.told_steps)
        memory, lost = talk_memory.without_lost(talk_memory.told(memory, route), route)
        changed |= {"lost": [titles.get(name, name) for name in lost]} if lost else {}
        self._cases.update(case_id, done=case.open_question is None, memory=memory.as_data())
        return route, changed

    def more_steps(self, case_id: str, on: date, language: str, count: int) -> list[dict[str, Any]]:
        """The steps after those that were shown."""
        case = self.case(case_id)
        memory = Memory.of(case.memory)
        steps: list[Any] = self.route(case, on, language)["steps"]  # type: ignore[assignment]
        shown = steps[memory.shown : memory.shown + count]
        memory = replace(memory, shown=memory.shown + len(shown))
        self._cases.update(case_id, memory=memory.as_data())
        return shown

    def has_more_steps(self, case_id: str) -> bool:
        """Whether the route that was told has steps that were not shown."""
        memory = Memory.of(self.case(case_id).memory)
        return memory.shown < len(memory.told_steps)

    def correct(
        self, case_id: str, changes: Mapping[str, object], on: date, source: Source, language: str = "nl"
    ) -> dict[str, Json]:
        """Change facts (None: unknown again). Raises InvalidProfile. Gives the new route and what changed in it."""
        case = self.case(case_id)
        Profile.of(changes)
        before = self.route(case, on, language)
        unknown = {name for name, value in changes.items() if value is None}
        taken = _replaced(case, {n: v for n, v in changes.items() if v is not None}, source)
        self._cases.drop_facts(case_id, unknown | ({"barriers"} & changes.keys()))
        self._keep(case, taken)
        case = self.case(case_id)
        if not case.done:
            memory = Memory.of(case.memory)
            self._move_on(case, memory, taken, on)
            case = self.case(case_id)
        after = self.route(case, on, language)
        return {"route": after, "changed": changes_between(talk_memory.steps_of(before), after)}


def _replaced(case: Case, changes: Mapping[str, object], source: Source) -> TakenIn:
    """A form says how things are, so nothing clashes: what no longer fits with the new work is dropped."""
    profile = case.profile if "barriers" not in changes else case.profile.having("barriers", None)
    said = [SaidFact(name, value, source) for name, value in changes.items()]
    taken = read_facts(profile, said)
    if taken.clash is None:
        return taken
    stored = tuple(StoredFact(n, v, source) for n, v in Profile.of(changes).items())
    return replace(taken, clash=None, stored=stored)


def _interview(case: Case, memory: Memory) -> Interview:
    """What follows from the facts is not asked again: a barrier with its ground, or all when each was denied."""
    follows = {BARRIER_PREFIX + barrier.id for barrier in find_barriers(case.profile)}
    if case.denied_barriers.issuperset(BARRIERS):
        follows.add("barriers")
    return Interview(
        case.profile,
        case.denied_barriers,
        frozenset(case.skipped | follows),
        asked=len(set(memory.asked) - {SITUATION}),
    )


__all__ = ["DENIED", "Heard", "Said", "SaidFact", "TakenIn", "Talk"]
