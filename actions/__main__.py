"""Runs the actions for Rasa, on this machine only: `python -m actions`.

Not rasa_sdk's own server: that listens everywhere and answers an error with the whole request, a person's words in it.
"""

from __future__ import annotations

import uvicorn

from actions import make_actions
from actions.server import create_app
from leerroute.service.settings import Settings
from leerroute.service.talk_services import TalkServices


def main() -> None:
    """Connect, then listen."""
    settings = Settings()
    app = create_app(make_actions(TalkServices.of(settings)))
    uvicorn.run(
        app,
        host=settings.actions_host,
        port=settings.actions_port,
        log_level=settings.log_level.lower(),
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
