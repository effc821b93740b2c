"""One turn of a talk: say something to the assistant, and tell what it answers and where the talk stands."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool

from api.problems import Problem
from api.rasa import AssistantDownError
from api.services import Services
from leerroute.cases import Case
from leerroute.domain.measure import Language
from leerroute.service.talk_asking import as_tapped
from leerroute.service.talk_memory import listened_for

TRY_AGAIN_SECONDS = "5"


async def speak(services: Services, case: Case, text: str, language: Language) -> dict[str, Any]:
    """Send a text and give the turn as JSON. Without an answer nothing that was known is lost."""
    on = services.settings.on()
    text = await run_in_threadpool(_as_tapped, services, case, text, case.language or language)
    metadata = {"question": listened_for(case), "language": case.language or language, "today": on.isoformat()}
    try:
        messages = await services.assistant.say(case.id, text, metadata)
    except AssistantDownError:
        raise Problem("unavailable", headers={"Retry-After": TRY_AGAIN_SECONDS}) from None
    return {"messages": messages, **await standing(services, case.id, language)}


def _as_tapped(services: Services, case: Case, text: str, language: Language) -> str:
    """A button that was typed instead of tapped."""
    asked = services.talk.asked(case)
    return text if asked is None else as_tapped(asked, services.routes.wording(language), text)


async def standing(services: Services, case_id: str, language: Language) -> dict[str, Any]:
    """Question, progress and done, as they are now."""

    def read() -> dict[str, Any]:
        case = still_there(services, case_id)
        return dict(services.talk.state(case, services.settings.on(), case.language or language))

    return await run_in_threadpool(read)


def still_there(services: Services, case_id: str) -> Case:
    """The talk as it is now; it may have been erased while we waited."""
    case = services.cases.get(case_id)
    if case is None:
        raise Problem("not-found")
    return case
