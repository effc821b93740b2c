"""Runs the API: `python -m api`, with the settings of the environment."""

from __future__ import annotations

import logging

import uvicorn

from api.main import create_app
from leerroute.service.settings import Settings


def main() -> None:
    """Serve until told to stop."""
    settings = Settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # a line for every call to Rasa tells nothing more
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


if __name__ == "__main__":
    main()
