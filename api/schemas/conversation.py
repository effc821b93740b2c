"""The bodies of a talk."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, StrictBool, StringConstraints
from pydantic_core import PydanticCustomError

from api.cleaning import cleaned
from api.schemas.base import Answer, Body
from leerroute.domain.measure import Language
from leerroute.domain.profile import MUNICIPALITY_CODE

MAX_TEXT = 2_000
MunicipalityCode = Annotated[str, StringConstraints(pattern=f"^{MUNICIPALITY_CODE.pattern}$")]
Channel = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]


def _consent(given: bool) -> bool:
    if not given:
        raise PydanticCustomError("consent-needed", "no consent")
    return given


def _text(text: str) -> str:
    kept = cleaned(text)
    if not kept:
        raise PydanticCustomError("text-empty", "empty")
    if len(kept) > MAX_TEXT:
        raise PydanticCustomError("text-too-long", "too long", {"max_length": MAX_TEXT})
    return kept


class ConversationStart(Body):
    """Consent is asked before anything is kept. `municipality` is the portal's, not where the person lives."""

    consent: Annotated[StrictBool, AfterValidator(_consent)] = Field(
        False, validate_default=True, json_schema_extra={"const": True}
    )
    language: Language | None = None
    municipality: MunicipalityCode | None = None
    channel: Channel = "web"


class MessageIn(Body):
    """A text in the person's own words, or the payload of a quick reply."""

    text: Annotated[str, AfterValidator(_text)] = Field(json_schema_extra={"minLength": 1, "maxLength": MAX_TEXT})


class QuickReply(Answer):
    """A tappable answer; send `payload` back as `text`."""

    title: str
    payload: str


class MessageOut(Answer):
    """One message of the assistant; further keys carry data for a picture of it."""

    model_config = ConfigDict(extra="allow")
    text: str
    quick_replies: list[QuickReply]


class QuestionOut(Answer):
    """What is asked now: a profile field, `barrier:<id>` or `situation`."""

    model_config = ConfigDict(extra="allow")
    field: str
    text: str
    quick_replies: list[QuickReply]


class Progress(Answer):
    """How far the talk is."""

    answered: int
    at_most_left: int


class Turn(Answer):
    """The answer to a message."""

    messages: list[MessageOut]
    question: QuestionOut | None
    progress: Progress
    done: bool


class Started(Turn):
    """A new talk. The token is told once; without it the talk can't be reached."""

    id: str
    token: str
    language: Language | None
    expires_at: datetime


class FactOut(Answer):
    """One known thing, where it came from and the words it was said in."""

    field: str
    value: Any
    source: Literal["quote", "tap", "coach", "form"]
    quote: str | None
    said_at: datetime | None
    label: str
    value_label: str


class WishesIn(Body):
    """How the person wants to be talked to."""

    simple_words: StrictBool


class WishesOut(Answer):
    """As it is kept now."""

    simple_words: bool


class Conversation(Answer):
    """Everything that is kept of a talk."""

    id: str
    language: Language | None
    municipality: str | None
    channel: str
    created_at: datetime
    expires_at: datetime
    profile: dict[str, Any]
    facts: list[FactOut]
    barriers: list[dict[str, Any]]
    route: dict[str, Any] | None
    question: QuestionOut | None
    progress: Progress
    done: bool
    simple_words: bool


class Corrected(Answer):
    """The route after a correction and what changed in it."""

    model_config = ConfigDict(extra="allow")
    route: dict[str, Any] | None
    question: QuestionOut | None
    progress: Progress
    done: bool
