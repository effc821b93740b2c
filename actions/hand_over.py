"""Hand-over to a municipality's live chat: what would be sent is shown, and goes only after a yes in the next turn."""

from __future__ import annotations

from actions.base import Request, Voice
from actions.turn import Turn
from leerroute.service.handing_over import HandedOver
from leerroute.service.handover_settings import Handover
from leerroute.service.talk_memory import CONSENT


class HandOver(Request):
    """Shows what would be sent. Asked for once more it is shown once more: only a clear yes sends it."""

    action = "action_hand_over"

    def answer(self, turn: Turn, voice: Voice) -> None:
        offered = self.services.handing_over.was_just_offered(turn.case_id)
        if offered and turn.entity(CONSENT) is not None:
            hand_over(self, turn, voice)
        else:
            show(self, turn, voice)


def answer_to_offer(action: Request, turn: Turn, voice: Voice) -> bool:
    """Take a message as the answer to "may I send this?", when that was just asked. "Yes, but …" shows it again."""
    if not action.services.handing_over.was_just_offered(turn.case_id):
        return False
    if turn.entity(CONSENT) is not None:
        hand_over(action, turn, voice)
    elif turn.intent == "affirm":
        show(action, turn, voice)
    else:
        voice.utter("utter_hand_over_not_sent")
    return True


def show(action: Request, turn: Turn, voice: Voice) -> None:
    """Every line that would be sent, and to whom."""
    offer = action.services.handing_over.offer(turn.case_id, action.on(turn), action.words(turn.language))
    if offer is None:
        voice.utter("utter_hand_over_none")
    else:
        voice.utter("utter_hand_over_offer", name=offer.name, summary="\n".join(offer.lines))


def hand_over(action: Request, turn: Turn, voice: Voice) -> None:
    """Send what was shown; when something changed with the yes itself, show it again first."""
    handing_over = action.services.handing_over
    sent = handing_over.hand_over(turn.case_id, action.on(turn), action.words(turn.language))
    desk = handing_over.desk(action.talk.case(turn.case_id))
    if sent is None or desk is None:
        show(action, turn, voice)
    else:
        _tell(sent, desk, voice)


def _tell(sent: HandedOver, desk: Handover, voice: Voice) -> None:
    if sent.arrived and sent.chat_url:
        voice.utter("utter_hand_over_chat", name=desk.name, url=sent.chat_url)
    elif sent.arrived:
        voice.utter("utter_hand_over_sent", name=desk.name)
    elif desk.phone:
        voice.utter("utter_hand_over_failed_call", name=desk.name, phone=desk.phone)
    else:
        voice.utter("utter_hand_over_failed")
