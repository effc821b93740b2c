"""A stand-in for the API (v1): the widget's files and scripted answers, so that every state can be shown at will.

It holds no rule of Leerroute. The real system is tested by the tests that use `running_system`.
"""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "widget" / "dist"
SCRIPT = ROOT / "widget" / "demo" / "staten.json"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types lit-html"
)
CODE = "7KQF-3MXH"
PAGES = {"/": "index.html", "/toegankelijkheid": "toegankelijkheid.html"}


@dataclass
class Scene:
    """What the stand-in answers next; a test changes it before it acts."""

    script: dict[str, Any]
    language: str = "nl"
    failures: list[tuple[int, str]] = field(default_factory=list)
    failing: str | None = None
    """The method that the planned failures are for; None is any. A page may still be reading when a test plans one."""
    delay: float = 0
    received: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    corrections: list[dict[str, Any]] = field(default_factory=list)
    erased: int = 0
    gone: bool = False
    page: str | None = None
    wishes: list[dict[str, Any]] = field(default_factory=list)
    next_turn: str = "age"
    case: str = "case"
    after: dict[str, str] = field(default_factory=dict)
    """Which case there is after a message."""
    pages: dict[str, str] = field(default_factory=dict)
    policy: str = STRICT_POLICY
    """The content policy of all that is served."""

    def turn(self, name: str) -> dict[str, Any]:
        return dict(self.script["turns"][name])


class Handler(BaseHTTPRequestHandler):
    """Answers from the scene of its server."""

    server: StandInServer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Stay silent: pytest shows what matters."""

    def answer(self, status: int, body: bytes = b"", media_type: str = "application/json") -> None:
        self.send_response(status)
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", self.server.scene.policy)
        self.end_headers()
        self.wfile.write(body)

    def json(self, status: int, data: object) -> None:
        self.answer(status, json.dumps(data).encode())

    def body(self) -> dict[str, Any]:
        length = int(self.headers.get("Content-Length") or 0)
        return dict(json.loads(self.rfile.read(length) or b"{}"))

    def failed(self) -> bool:
        """Take the next planned failure, of the scene in which the call came in."""
        scene = self.server.scene
        time.sleep(scene.delay)
        if not scene.failures or scene.failing not in (None, self.command):
            return False
        status, detail = scene.failures.pop(0)
        self.answer(status, json.dumps({"status": status, "detail": detail}).encode(), "application/problem+json")
        return True

    def do_GET(self) -> None:
        scene, address = self.server.scene, urlsplit(self.path)
        if address.path.startswith("/api/v1/municipalities"):
            query = parse_qs(address.query).get("query", [""])[0].lower()
            found = [place for place in scene.script["municipalities"] if query in place["name"].lower()]
            self.json(200, {"items": found})
        elif address.path.endswith(("/pdf", "/calendar")):
            self.failed() or self.answer(200, b"A route", "application/octet-stream")
        elif address.path.startswith("/api/v1/conversations/"):
            self.json(404, {"status": 404}) if scene.gone else self.failed() or self.json(200, self.case())
        else:
            self.file(address.path)

    def case(self) -> dict[str, Any]:
        scene = self.server.scene
        case = dict(scene.script["cases"][scene.case])
        case["question"] = scene.turn(scene.next_turn).get("question")
        return case

    def do_POST(self) -> None:
        scene, body = self.server.scene, self.body()
        scene.keys.append(self.headers.get("Idempotency-Key"))
        if self.failed():
            return
        if self.path.endswith("/codes"):
            scene.page = body["page"]
            self.json(201, scene.script["code"])
        elif self.path.endswith("/continuations"):
            self.json(201, {"id": "one", "token": "other"}) if body["code"] == CODE else self.json(404, {"status": 404})
        elif self.path.endswith("/messages"):
            scene.received.append(body["text"])
            scene.case = scene.after.get(body["text"], scene.case)
            self.json(404, {"status": 404}) if scene.gone else self.json(200, scene.turn(scene.next_turn))
        else:
            scene.gone = False
            started = {"id": "one", "token": "secret", "expiresAt": "2026-12-23T12:00:00Z"}
            self.json(201, {**scene.turn("start"), **started})

    def do_PATCH(self) -> None:
        body = self.body()
        if self.failed():
            return
        corrects = self.path.endswith("/profile")
        (self.server.scene.corrections if corrects else self.server.scene.wishes).append(body)
        self.json(200, self.case() if corrects else body)

    def do_DELETE(self) -> None:
        if not self.failed():
            self.server.scene.erased += 1
            self.answer(204)

    def file(self, path: str) -> None:
        if path in self.server.scene.pages:
            self.answer(200, self.server.scene.pages[path].encode(), "text/html")
            return
        name = PAGES.get(path) or unquote(path).removeprefix("/widget/")
        found = (DIST / name).resolve()
        if found.is_file() and found.is_relative_to(DIST):
            self.answer(200, found.read_bytes(), TYPES.get(found.suffix, "application/octet-stream"))
        else:
            self.answer(404)


class StandInServer(ThreadingHTTPServer):
    """The stand-in with its scene."""

    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.scene = Scene(json.loads(SCRIPT.read_text()))

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def new_scene(self) -> Scene:
        self.scene = Scene(json.loads(SCRIPT.read_text()))
        return self.scene

    def handle_error(self, *_: object) -> None:
        """A page that closes halfway is no fault."""


@contextmanager
def stand_in(port: int = 0) -> Iterator[StandInServer]:
    """A stand-in that serves until the block ends."""
    server = StandInServer(port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
