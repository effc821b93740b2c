"""Hands a consented summary over to a municipality's live chat: a signed webhook, tried again when the line fails.

Signed by the convention of Standard Webhooks (https://www.standardwebhooks.com), which has libraries for receivers.
The person waits for the answer, so everything together ends within TOTAL_SECONDS. Nothing of the person is logged.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx
from standardwebhooks import Webhook
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay, wait_exponential

from leerroute.service.handover_settings import Handover

logger = logging.getLogger(__name__)

EVENT = "talk.handed-over"
ATTEMPTS = 4
TOTAL_SECONDS = 10.0  # short of what the API waits for a turn
TIMEOUT = httpx.Timeout(3.0, connect=2.0)
FIRST_PAUSE, LONGEST_PAUSE = 0.3, 2.0
WORTH_RETRYING = frozenset({408, 425, 429, 500, 502, 503, 504})
MOST_ANSWER_BYTES = 10_000


class NotTakenError(Exception):
    """The other side did not take it, now; another try may work."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Whether the summary arrived, and where the person can go on talking when the other side told so."""

    arrived: bool
    chat_url: str | None = None


class HandoverClient:
    """Sends summaries. Safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep) -> None:
        self._clock = clock
        self._sleep = sleep

    def send(self, to: Handover, summary: Mapping[str, object], key: str) -> HandedOver:
        """Send once, or a few times with the same key; never raises for what goes wrong on the line."""
        event = {"type": EVENT, "timestamp": self._now().isoformat(), "data": dict(summary)}
        body = json.dumps(event, ensure_ascii=False, sort_keys=True)
        tries = Retrying(
            retry=retry_if_exception_type((NotTakenError, httpx.TransportError)),
            stop=stop_after_attempt(ATTEMPTS) | stop_after_delay(TOTAL_SECONDS - sum((TIMEOUT.read or 0,))),
            wait=wait_exponential(FIRST_PAUSE, max=LONGEST_PAUSE),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            with httpx.Client(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client:
                answer = tries(self._post, client, to, body, key)
        except (NotTakenError, httpx.HTTPError, httpx.InvalidURL) as error:
            logger.warning("A hand-over did not arrive: %s", type(error).__name__)
            return HandedOver(arrived=False)
        return HandedOver(arrived=answer.is_success, chat_url=_chat_url(answer, to) if answer.is_success else None)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def _post(self, client: httpx.Client, to: Handover, body: str, key: str) -> httpx.Response:
        """One try, with a timestamp of its own and always the same id."""
        now = self._now()
        headers = {
            "Content-Type": "application/json",
            "webhook-id": key,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(to.secret.get_secret_value()).sign(key, now, body),
        }
        answer = client.post(str(to.url), content=body.encode(), headers=headers)
        if answer.status_code in WORTH_RETRYING:
            raise NotTakenError
        if not answer.is_success:
            logger.warning("A hand-over was refused with status %s", answer.status_code)
        return answer


def _chat_url(answer: httpx.Response, to: Handover) -> str | None:
    """The address of the chat, when it is of the municipality's own host: we send nobody anywhere else."""
    if len(answer.content) > MOST_ANSWER_BYTES:
        return None
    try:
        told = answer.json()
    except ValueError:
        return None
    url = told.get("chatUrl") if isinstance(told, dict) else None
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    hosts = {urlsplit(str(to.url)).hostname, *to.chat_hosts}
    return url if parts.scheme == "https" and parts.hostname in hosts and not parts.username else None
