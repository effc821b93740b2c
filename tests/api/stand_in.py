"""A tiny stand-in for Rasa's REST channel and for the action server's health address.

The API tests need to know what the API sends to Rasa and what it does with the answers, also when there are none. The
stand-in speaks real HTTP and keeps the state of the talk with the real service, but understands payloads only. Real
conversations, with Rasa, are tested in tests/conversations.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import uuid4

from leerroute.cases import UnknownCase
from leerroute.service.talk import Said, SaidFact, Talk

ON = date(2026, 11, 23)


@dataclass
class Script:
    """What the stand-in does with the next messages, and what it has heard."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] | None = None
    status: int = 200
    seconds: float = 0
    raw: bytes | None = None
    busy: int = 0
    most_busy: int = 0
    talk: Talk | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        self.heard.clear()
        self.said, self.status, self.seconds, self.raw, self.most_busy = None, 200, 0, None, 0

    def answer(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """Take the message in with the real service and say something."""
        with self.lock:
            self.heard.append(message)
            self.busy += 1
            self.most_busy = max(self.most_busy, self.busy)
        time.sleep(self.seconds)
        try:
            self._take_in(message["sender"], message["message"])
        finally:
            with self.lock:
                self.busy -= 1
        if self.said is not None:
            return self.said
        buttons = [{"title": "58", "payload": '/inform{"age": 58}'}]
        return [{"recipient_id": message["sender"], "text": "Goed dat je er bent.", "buttons": buttons}]

    def _take_in(self, case_id: str, text: str) -> None:
        if self.talk is None:
            return
        intent, _, entities = text.removeprefix("/").partition("{")
        facts: list[SaidFact] = []
        if text.startswith("/") and entities:
            for name, value in json.loads("{" + entities).items():
                facts += [SaidFact(name, item, "tap") for item in (value if isinstance(value, list) else [value])]
        said = Said(uuid4().hex, intent if text.startswith("/") else "nonsense", text, tuple(facts))
        try:
            self.talk.hear(case_id, said, ON)
            if intent == "show_route":
                self.talk._cases.update(case_id, open_question=None)
                self.talk.give_route(case_id, ON, "nl")
        except UnknownCase:
            return


def _handler(script: Script, health: Callable[[], int]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # a connection a request, so that stopping cuts every line

        def do_GET(self) -> None:
            self._answer(health(), b'{"status":"ok"}')

        def do_POST(self) -> None:
            message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            said = script.answer(message)
            self._answer(script.status, script.raw if script.raw is not None else json.dumps(said).encode())

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests stay quiet."""

    return Handler


class StandIn:
    """One server that can be stopped and started again on the same port."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.port = 0
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), _handler(self.script, lambda: 200))
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = self._thread = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Down for a while."""
        self.stop()
        try:
            yield
        finally:
            self.start()
