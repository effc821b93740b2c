"""Somebody to talk to: the desk of the person's region, and Geldfit with debts."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn


class AskPerson(Request):
    """The regional desk where it is known, else the national addresses."""

    action = "action_ask_person"

    def answer(self, turn: Turn, voice: Voice) -> None:
        profile = self.talk.case(turn.case_id).profile
        municipality = profile.get("municipality")
        desk = self.services.catalogue.desk(municipality) if isinstance(municipality, str) else None
        if profile.get("debts") is True:
            voice.utter("utter_person_debts")
        if desk is None:
            voice.utter("utter_person")
        elif desk.name and desk.url:
            voice.utter("utter_person_desk", name=desk.name, url=desk.url, region=desk.region.name)
        else:
            voice.utter("utter_person_region", url=desk.werkcentrum_url, region=desk.region.name)
