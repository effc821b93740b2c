"""A measure is asked about halfway."""

from __future__ import annotations

from abc import ABC

from actions.base import Request, Voice
from actions.turn import Turn
from leerroute.service.talk_measures import Named, explained

FOR_YOU = {"yes": "utter_measure_yes", "no": "utter_measure_not_for_you", "unknown": "utter_measure_maybe"}


class AboutMeasure(Request, ABC):
    """Can tell of a measure: its status on the date in words, and what to use instead."""

    def tell(self, named: str, turn: Turn, voice: Voice) -> None:
        """Of the measure with this id, or that is named in this sentence."""
        wording = self.wording(turn.language)
        profile = self.talk.case(turn.case_id).profile
        found = self.services.measures.about(named, profile, self.on(turn), wording)
        if found is None:
            meaning = explained(named, wording)
            if meaning is None:
                voice.utter("utter_measure_unknown")
            else:
                voice.say(meaning)
            return
        voice.utter(
            _response(found),
            name=found.name,
            summary=found.summary,
            next_step=found.next_step,
            date=found.changes_on or "",
        )
        if found.status not in ("open", "varies-locally") or found.eligibility == "no":
            self._instead(found, voice)

    def _instead(self, found: Named, voice: Voice) -> None:
        for place, (name, next_step) in enumerate(found.instead):
            voice.utter("utter_measure_instead" if place == 0 else "utter_measure_or", name=name, next_step=next_step)
        if not found.instead:
            voice.utter("utter_measure_nothing_instead")


class AskMeasure(AboutMeasure):
    """A measure is named halfway."""

    action = "action_ask_measure"

    def answer(self, turn: Turn, voice: Voice) -> None:
        self.tell(turn.entity("measure") or turn.said.text, turn, voice)


def _response(found: Named) -> str:
    """utter_measure_<status>, _<status>_on with a date, _about when the date is not exact; or not for this person."""
    if found.status in ("open", "varies-locally"):
        return FOR_YOU[found.eligibility]
    name = f"utter_measure_{found.status.replace('-', '_')}"
    if found.changes_on is None:
        return name
    return f"{name}_on" if found.exact else f"{name}_about"
