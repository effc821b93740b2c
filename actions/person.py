"""Somebody to talk to: desks for the person's problems, the desk of their region, and the live chat if there is one."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn
from leerroute.catalogue.reference import Desk
from leerroute.domain.profile import Profile
from leerroute.service.desks import problems_of

WORTH_TAKING = 2  # facts: one alone is told quickly


class AskPerson(Request):
    """The regional desk where it is known, else the national addresses."""

    action = "action_ask_person"

    def answer(self, turn: Turn, voice: Voice) -> None:
        case = self.talk.case(turn.case_id)
        profile = case.profile
        municipality = profile.get("municipality")
        desk = self.services.catalogue.desk(municipality) if isinstance(municipality, str) else None
        for problem in problems_of(profile):
            voice.utter(f"utter_person_{problem}")
        if desk is None:
            voice.utter("utter_person")
        elif desk.name and desk.url:
            voice.utter("utter_person_desk", name=desk.name, url=desk.url, region=desk.region.name)
        else:
            voice.utter("utter_person_region", url=desk.werkcentrum_url, region=desk.region.name)
        self._hours(desk, turn, voice)
        self._take_along(profile, turn, voice)
        chat = self.services.handing_over.desk(case)
        if chat is not None:
            voice.utter("utter_hand_over_possible", name=chat.name)

    def _hours(self, desk: Desk | None, turn: Turn, voice: Voice) -> None:
        """Opening hours where a source has them; else to look or call first."""
        known = self.services.catalogue.texts().labels.get("opening-hours", {})
        hours = known.get(desk.region.id) if desk is not None else None
        if hours is not None:
            voice.utter("utter_person_hours", hours=self.wording(turn.language).say(hours))
        else:
            voice.utter("utter_person_no_hours")

    def _take_along(self, profile: Profile, turn: Turn, voice: Voice) -> None:
        """What is known, to show there, so that nobody has to tell it all again."""
        words = self.words(turn.language)
        facts = [words.fact(name, value) for name, value in profile.items() if name != "barriers"]
        if len(facts) >= WORTH_TAKING:
            voice.utter("utter_person_take_along", facts="\n".join(facts))
