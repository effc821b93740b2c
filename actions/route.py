"""Tells the route, three steps at once."""

from __future__ import annotations

from typing import Any

from actions.base import Request, Voice
from actions.turn import Turn
from leerroute.service.talk_route import AT_ONCE, StepTeller, not_possible_message, quotes_of
from leerroute.service.wording import Json, Wording

MOST_BARRIERS = 2


class GiveRoute(Request):
    """What stands in the way, the first steps, what is not possible; and what changed when it was told before."""

    action = "action_give_route"

    def answer(self, turn: Turn, voice: Voice) -> None:
        on, wording = self.on(turn), self.wording(turn.language)
        route, changed = self.talk.give_route(turn.case_id, on, turn.language)
        asked_for = turn.intent == "show_route"
        if changed and not asked_for and not self._say_changes(changed, voice, wording):
            return
        self._introduce(route, voice, wording, again=bool(changed))
        tell_steps(self, turn, voice)
        if told := not_possible_message(route, wording):
            voice.utter("utter_not_possible", told=told)
        close(self, turn, voice)

    def _say_changes(self, changed: dict[str, Json], voice: Voice, wording: Wording) -> bool:
        """Whether there was any change to tell."""
        new: Any = changed["new"]
        gone: Any = changed["gone"]
        lost: Any = changed.get("lost", ())
        if lost:
            voice.utter("utter_way_lost", names=wording.listed(lost))
        if not new and not gone:
            voice.utter("utter_route_same")
        if new:
            voice.utter("utter_route_new", steps=wording.listed(step["title"] for step in new))
        if gone:
            voice.utter("utter_route_gone", steps=wording.listed(step["title"] for step in gone))
        return bool(new or gone)

    def _introduce(self, route: dict[str, Json], voice: Voice, wording: Wording, *, again: bool) -> None:
        barriers: Any = route["barriers"]
        known = [wording.texts.barriers.get(barrier["id"]) for barrier in barriers[:MOST_BARRIERS]]
        told = " ".join(wording.say(topic.explanation) for topic in known if topic is not None)
        if again or not told:
            voice.utter("utter_route_plain")
        else:
            voice.utter("utter_route", barriers=told)


class NextSteps(Request):
    """The steps after those that were shown."""

    action = "action_next_steps"

    def answer(self, turn: Turn, voice: Voice) -> None:
        if not tell_steps(self, turn, voice):
            voice.utter("utter_no_more_steps")
        close(self, turn, voice)


def tell_steps(action: Request, turn: Turn, voice: Voice) -> int:
    """Tell the next few steps; how many there were."""
    steps = action.talk.more_steps(turn.case_id, action.on(turn), turn.language, AT_ONCE)
    case = action.talk.case(turn.case_id)
    teller = StepTeller(action.words(turn.language), case.profile, quotes_of(case.facts))
    for step in steps:
        voice.say(teller.tell(step), data={"route": True, "steps": [step["order"]]})
    if steps and not action.talk.has_more_steps(turn.case_id):
        _say_totals(action, turn, voice)
    return len(steps)


def _say_totals(action: Request, turn: Turn, voice: Voice) -> None:
    """What all steps together cost, behind the last one."""
    totals: Any = action.talk.route(action.talk.case(turn.case_id), action.on(turn), turn.language)["totals"]
    if totals["text"]:
        together = action.wording(turn.language).label("totals", "together")
        voice.say(together.format(told=" ".join(totals["text"])))


def close(action: Request, turn: Turn, voice: Voice) -> None:
    """More steps to show, a question still open, or the end."""
    if action.talk.has_more_steps(turn.case_id):
        voice.utter("utter_more_steps")
    elif action.talk.case(turn.case_id).open_question is None:
        voice.utter("utter_closing")
