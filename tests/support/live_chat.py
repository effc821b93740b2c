"""The server of a municipality with live chat: it keeps what it got, and answers as it is told."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "whsec_" + base64.b64encode(b"a secret of enough characters").decode()
MUNICIPALITY = "GM0088"
"""Schiermonnikoog: nobody in the other tests lives there."""


@dataclass
class Desk:
    """A municipality's server. `statuses` are answered one after the other, the last one for ever."""

    statuses: list[int] = field(default_factory=lambda: [200])
    answer: bytes = b"{}"
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    hang_up: int = 0
    url: str = ""

    @property
    def setting(self) -> str:
        """For LEERROUTE_HANDOVERS."""
        chat: dict[str, Any] = {"name": "de chat van Schiermonnikoog", "url": self.url, "secret": SECRET}
        return json.dumps({MUNICIPALITY: chat})


def _handler(desk: Desk) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            desk.got.append((dict(self.headers.items()), body))
            if len(desk.got) <= desk.hang_up:
                self.connection.close()
                return
            self.send_response(desk.statuses[min(len(desk.got), len(desk.statuses)) - 1])
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.send_header("Content-Length", str(len(desk.answer)))
            self.end_headers()
            self.wfile.write(desk.answer)

        def log_message(self, *_: object) -> None:
            """Silent."""

    return Handler


@contextmanager
def live_chat() -> Iterator[Desk]:
    """Started on a free port of this machine."""
    made = Desk()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made))
    made.url = f"http://127.0.0.1:{server.server_port}/hook"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
