"""What can be chosen in the search form, in the words of the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args

from leerroute.domain.measure import LearningForm, Status
from leerroute.service.wording import Wording

Named: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids with their names."""

    barriers: Named
    target_groups: Named
    forms: Named
    statuses: Named


def choices_of(wording: Wording) -> Choices:
    """All choices in a language."""
    texts = wording.texts
    return Choices(
        barriers=[(topic.id, _sentence(wording.say(topic.name))) for topic in texts.barriers.values()],
        target_groups=[(topic.id, _sentence(wording.say(topic.name))) for topic in texts.target_groups.values()],
        forms=[(form, _sentence(wording.label("learning-forms", form))) for form in get_args(LearningForm)],
        statuses=[(status, _sentence(wording.label("statuses", status))) for status in get_args(Status)],
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
