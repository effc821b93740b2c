"""The two addresses Rasa knows of an action server. Errors tell their kind and place, never what a person said."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Sequence

from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

logger = logging.getLogger(__name__)


def create_app(actions: Sequence[Action]) -> Starlette:
    """GET /health and POST /webhook for these actions."""
    executor = ActionExecutor()
    for action in actions:
        executor.register_action(action)

    async def health(_: Request) -> JSONResponse:
        return JSONResponse({"status": "ok"})

    async def webhook(request: Request) -> JSONResponse:
        try:
            result = await executor.run(await request.json())
        except ActionNotFoundException as error:
            return JSONResponse({"error": "no such action", "action_name": error.action_name}, 404)
        except ActionExecutionRejection as error:
            return JSONResponse({"error": "rejected", "action_name": error.action_name}, 400)
        except Exception as error:  # noqa: BLE001 - the last resort: whatever it is, its text may hold a person's words
            logger.error("An action failed: %s at %s", type(error).__name__, _place(error))
            return JSONResponse({"error": "failed"}, 500)
        return JSONResponse(result.model_dump() if result else None)

    return Starlette(routes=[Route("/health", health), Route("/webhook", webhook, methods=["POST"])])


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
