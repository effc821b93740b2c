"""Another way than the route proposes: see what else there is, choose it, take that back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.base import Request, Voice
from actions.measures import AboutMeasure
from actions.turn import Turn
from leerroute.service.talk_asking import payload
from leerroute.service.talk_choosing import Step, Way
from leerroute.service.talk_route import StepTeller, quotes_of

MEASURE = "measure"


class OtherWay(Request):
    """What else a step can be; which step when that is not clear."""

    action = "action_other_way"

    def answer(self, turn: Turn, voice: Voice) -> None:
        named = turn.entity(MEASURE) or ("" if turn.tapped else turn.said.text)
        steps = self.services.choosing.steps_with_others(turn.case_id, named, self.on(turn), turn.language)
        show_others(self, steps, turn, voice)


class ChooseWay(AboutMeasure):
    """The measure that the person named takes the step; when it can't, why not."""

    action = "action_choose_way"

    def answer(self, turn: Turn, voice: Voice) -> None:
        named = turn.entity(MEASURE) or turn.said.text
        way = self.services.choosing.choose(turn.case_id, named, self.on(turn), turn.language)
        if way.outcome == "chosen":
            voice.utter("utter_way_chosen", name=way.step["title"])
            tell_way(self, way, turn, voice)
        elif way.outcome == "already":
            voice.utter("utter_way_already", name=self.wording(turn.language).say(way.name))
        elif way.outcome == "impossible":
            voice.utter("utter_way_not_possible")
            self.tell(way.measure, turn, voice)
        else:
            steps = self.services.choosing.steps_with_others(turn.case_id, "", self.on(turn), turn.language)
            show_others(self, steps, turn, voice)


class UndoChoice(Request):
    """The latest choice is taken back."""

    action = "action_undo_choice"

    def answer(self, turn: Turn, voice: Voice) -> None:
        way = self.services.choosing.undo(turn.case_id, self.on(turn), turn.language)
        if way.outcome == "unknown":
            voice.utter("utter_way_nothing_chosen")
            return
        voice.utter("utter_way_undone")
        tell_way(self, way, turn, voice)


def show_others(action: Request, steps: Sequence[Step], turn: Turn, voice: Voice) -> None:
    """What one step can be, or the steps to choose from."""
    if not steps:
        voice.utter("utter_other_way_none")
        return
    if len(steps) > 1:
        replies = [_reply(step["title"], "other_way", step["measure"]["id"]) for step in steps]
        voice.say(action.wording(turn.language).label("talk", "which-step"), replies)
        return
    wording, (step,) = action.wording(turn.language), steps
    others = step["alternativeMeasures"]
    lines = (wording.label("talk", "other").format(name=o["name"], summary=o["summary"]) for o in others)
    voice.utter("utter_other_way", name=step["title"])
    voice.say("\n".join(lines), [_reply(other["name"], "choose_way", other["id"]) for other in others])


def tell_way(action: Request, way: Way, turn: Turn, voice: Voice) -> None:
    """The step as it is now, what else came or went with it, and the way back."""
    wording, case = action.wording(turn.language), action.talk.case(turn.case_id)
    before = way.step["chosenInsteadOf"] if way.step else None
    replies = []
    if before:
        back = wording.label("quick-replies", "undo-choice").format(name=before["name"])
        replies.append(_reply(back, "choose_way", before["id"]))
    replies.append({"title": wording.label("quick-replies", "show-route"), "payload": payload("show_route")})
    if way.step:
        teller = StepTeller(action.words(turn.language), case.profile, quotes_of(case.facts))
        voice.say(teller.tell(way.step), replies, {"route": True, "steps": [way.step["order"]]})
    new: Any = way.changed["new"]
    gone: Any = way.changed["gone"]
    if came := [step["title"] for step in new if step["measure"] != way.measure]:
        voice.utter("utter_route_new", steps=wording.listed(came))
    if gone:
        voice.utter("utter_route_gone", steps=wording.listed(step["title"] for step in gone))


def _reply(title: str, intent: str, measure: str) -> dict[str, str]:
    return {"title": title, "payload": payload(intent, {MEASURE: measure})}
