"""Rasa's custom actions, one topic a file: read the turn, call the service, utter, set slots. They decide nothing."""

from __future__ import annotations

from actions.asking import AskQuestion, Restart, StartTalk
from actions.base import TalkAction
from actions.choosing import ChooseWay, OtherWay, UndoChoice
from actions.closing import AfterRoute
from actions.crisis import Crisis
from actions.explaining import AskWhy, Repeat, Simpler
from actions.hand_over import HandOver
from actions.keeping import ChangeAnswer, Delete, Resume, Save, Stop
from actions.language import SwitchLanguage
from actions.measures import AskMeasure
from actions.not_understood import NotUnderstood
from actions.person import AskPerson
from actions.route import GiveRoute, NextSteps
from actions.small_talk import SmallTalk
from actions.understanding import TakeIn
from leerroute.service.talk_services import TalkServices

ACTIONS: tuple[type[TalkAction], ...] = (
    AfterRoute,
    AskMeasure,
    AskPerson,
    AskQuestion,
    AskWhy,
    ChangeAnswer,
    ChooseWay,
    Crisis,
    Delete,
    GiveRoute,
    HandOver,
    NextSteps,
    NotUnderstood,
    OtherWay,
    Repeat,
    Restart,
    Resume,
    Save,
    Simpler,
    SmallTalk,
    StartTalk,
    Stop,
    SwitchLanguage,
    TakeIn,
    UndoChoice,
)


def make_actions(services: TalkServices) -> list[TalkAction]:
    """Every action, with the services it calls."""
    return [action(services) for action in ACTIONS]
