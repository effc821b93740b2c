"""Talks that have not been used for a long time are erased: at the start and every hour."""

from __future__ import annotations

import asyncio
import logging

from starlette.concurrency import run_in_threadpool

from api.middleware.last_resort import place_of
from api.services import Services

EVERY_SECONDS = 3600
logger = logging.getLogger("api.sweeping")


async def sweep_forever(services: Services, every: float = EVERY_SECONDS) -> None:
    """Erase what has expired, again and again; a failure is logged and tried again the next time."""
    while True:
        try:
            erased = await run_in_threadpool(services.cases.delete_expired, services.now())
            logger.info("erased %d expired talks", erased)
        except Exception as error:  # noqa: BLE001 - a database that is away now may be back in an hour
            logger.error("%s at %s", type(error).__qualname__, place_of(error))
        await asyncio.sleep(every)
