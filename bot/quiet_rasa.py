"""Runs Rasa's own command line with logs that hold nothing a person said.

Rasa writes messages, and the local variables around an error, into its logs, also at level ERROR. Here a line keeps the
level, the place in the code, the name of the event, and the kind of an error; all values are left out.
Use it like `rasa`: `python -m bot.quiet_rasa run …`.
"""

import json
import logging
import sys
import traceback
from datetime import datetime, timezone
from types import TracebackType
from typing import Any

FRAMES_KEPT = 8


class EventName(str):
    """A message that is a name in Rasa's code, such as `rest.message.received.failure`: safe to write."""


class PlaceOnly(logging.Formatter):
    """Writes where and how bad it is. Other messages than event names are filled in already, so they are left out."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "level": record.levelname.lower(),
            "at": f"{record.name}:{record.lineno}",
        }
        if isinstance(record.msg, EventName):
            line["event"] = record.msg
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["through"] = _places(record.exc_info[2])
        return json.dumps(line)


def _places(trace: TracebackType | None) -> tuple[str, ...]:
    frames = traceback.extract_tb(trace)[-FRAMES_KEPT:]
    return tuple(f"{frame.filename}:{frame.lineno}" for frame in frames)


def name_only(_logger: Any, _method: str, event: dict[str, Any]) -> tuple[tuple[EventName], dict[str, Any]]:
    """The last of structlog's processors, in the place of the one that prints every value."""
    return (EventName(event.get("event", "")),), {"exc_info": event.get("exc_info")}


def configure_structlog(_log_level: int | None = None) -> None:
    """Stands in for Rasa's function of this name. Warnings of Python quote training data and messages: not kept."""
    import structlog

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceOnly())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, name_only],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )


def main() -> None:
    """Rasa's own main, with the one function replaced that sets up its logging."""
    from rasa import __main__ as rasa_command

    rasa_command.configure_structlog = configure_structlog
    rasa_command.main()


if __name__ == "__main__":
    main()
