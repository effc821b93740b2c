"""What all content files share: strictness, kebab-case keys, and texts that are plain and bounded."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

LANGUAGES = ("nl", "en", "de", "tr", "pl", "ar", "uk", "es")
REQUIRED_LANGUAGES = ("nl", "en")
_MARKUP = re.compile(r"</?[a-zA-Z!]|&(#\w+|[a-z]+);|javascript:|data:text", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f‪-‮⁦-⁩]")
_WEB_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(/[^\s<>\"']*)?", re.IGNORECASE)


def expected(what: str) -> PydanticCustomError:
    """A fault as it is told to the editor: only what was expected; the place and the value are added."""
    return PydanticCustomError("expected", "{what}", {"what": what})


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Content(BaseModel):
    """Base of every part of a content file."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, alias_generator=_kebab)


def _plain(text: str) -> str:
    if _MARKUP.search(text):
        raise expected("plain text without HTML or script")
    if _CONTROL.search(text):
        raise expected("text without control characters")
    if text != text.strip():
        raise expected("text without white space around it")
    return text


def _web_address(address: str) -> str:
    if not _WEB_ADDRESS.fullmatch(address):
        raise expected("an address that starts with https://")
    return address


def _in_languages(texts: dict[str, str]) -> dict[str, str]:
    missing = [language for language in REQUIRED_LANGUAGES if language not in texts]
    if missing:
        raise expected("a text in " + " and ".join(missing) + " too")
    return texts


Language = Literal["nl", "en", "de", "tr", "pl", "ar", "uk", "es"]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_plain)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000), AfterValidator(_plain)]
Texts = Annotated[dict[Language, Prose], AfterValidator(_in_languages)]
WebAddress = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address)]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 -]{2,19}$")]
Rank = Annotated[int, Field(ge=0, le=1000)]
