"""What happens with the talk itself: stop, go on, keep, erase, change."""

from __future__ import annotations

from typing_extensions import override

from actions.base import Request, Voice
from actions.hand_over import answer_to_offer
from actions.turn import Turn


class Stop(Request):
    """Nothing is asked until the person goes on."""

    action = "action_stop"

    def answer(self, turn: Turn, voice: Voice) -> None:
        done = self.talk.case(turn.case_id).done
        voice.utter("utter_goodbye_done" if done else "utter_stopped", days=str(self.services.settings.case_days))


class Resume(Request):
    """The form puts its question again by itself."""

    action = "action_resume"

    def answer(self, turn: Turn, voice: Voice) -> None:
        if answer_to_offer(self, turn, voice):
            return
        voice.utter("utter_resumed_done" if self.talk.case(turn.case_id).done else "utter_resumed")


class Save(Request):
    """Where the buttons are, and how long the talk is kept."""

    action = "action_save"

    @override
    def answer(self, turn: Turn, voice: Voice) -> None:
        voice.utter("utter_save", days=str(self.services.settings.case_days))


class Delete(Request):
    """Erasing itself is a call of the API, behind the button."""

    action = "action_delete"

    @override
    def answer(self, turn: Turn, voice: Voice) -> None:
        voice.utter("utter_delete", days=str(self.services.settings.case_days))


class ChangeAnswer(Request):
    """What is known, and how to change it."""

    action = "action_change_answer"

    def answer(self, turn: Turn, voice: Voice) -> None:
        words = self.words(turn.language)
        profile = self.talk.case(turn.case_id).profile
        facts = [words.fact(name, value) for name, value in profile.items() if name != "barriers"]
        voice.utter("utter_change_answer" if facts else "utter_nothing_known", facts="\n".join(facts))
