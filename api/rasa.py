"""The way to the assistant: Rasa's REST channel, and whether it can answer now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from leerroute.service.settings import Settings

HEALTH_SECONDS = 2.0
OWN_KEYS = frozenset({"text", "quickReplies"})


class AssistantDownError(Exception):
    """Rasa or the actions do not answer."""


class Assistant:
    """Sends one message and gives back what the assistant says."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings) -> None:
        self._client = client
        self._webhook = f"{settings.rasa_url}/webhooks/rest/webhook"
        self._rasa_health = f"{settings.rasa_url}/webhooks/rest/"
        self._actions_health = f"http://{settings.actions_host}:{settings.actions_port}/health"
        self._timeout = settings.rasa_timeout

    async def say(self, case_id: str, text: str, metadata: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The messages that answer a text. Raises AssistantDownError.

        When the actions are down, Rasa answers 200 with nothing or half of it and takes the message as heard. So the
        actions are asked first: then nothing has happened yet and the same message can be sent again later.
        """
        if not await self.actions_answer():
            raise AssistantDownError
        body = {"sender": case_id, "message": text, "metadata": dict(metadata)}
        try:
            response = await self._client.post(self._webhook, json=body, timeout=self._timeout)
            said = response.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise AssistantDownError from error
        messages = messages_of(said) if isinstance(said, list) else []
        if not messages:
            raise AssistantDownError
        return messages

    async def rasa_answers(self) -> bool:
        """Whether Rasa is up."""
        return await self._answers(self._rasa_health)

    async def actions_answer(self) -> bool:
        """Whether the action server is up."""
        return await self._answers(self._actions_health)

    async def _answers(self, url: str) -> bool:
        try:
            return (await self._client.get(url, timeout=HEALTH_SECONDS)).is_success
        except httpx.HTTPError:
            return False


def messages_of(said: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rasa's answers in our form. Data of a text comes as a part of its own and joins the text before it."""
    messages: list[dict[str, Any]] = []
    early: dict[str, Any] = {}
    for part in said:
        if isinstance(text := part.get("text"), str):
            messages.append({**early, "text": text, "quickReplies": _quick_replies(part.get("buttons") or ())})
            early = {}
        if isinstance(data := part.get("custom"), Mapping):
            extra = {key: value for key, value in data.items() if key not in OWN_KEYS}
            (messages[-1] if messages else early).update(extra)
    return messages


def _quick_replies(buttons: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    return [{"title": str(b.get("title", "")), "payload": str(b.get("payload", ""))} for b in buttons]
