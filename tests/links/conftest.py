"""A small web site of our own, and a clock that does not wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from leerroute.links.asking import Asker, make_client
from leerroute.links.manners import Manners, Pace, Robots
from leerroute.links.outcome import Outcome

AGENT = "LeerrouteLinkCheck/1.0 (+mailto:beheer@gemeente.example)"


@dataclass
class FakeClock:
    """Time goes by only when somebody waits."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def moment(self) -> datetime:
        return datetime(2026, 11, 24, 9, 0, tzinfo=UTC) + timedelta(seconds=self.now)

    def seconds(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@dataclass(frozen=True)
class Answer:
    """What the site says; `methods` are those it knows, others get 405. Status 0 closes the connection."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    methods: tuple[str, ...] = ("HEAD", "GET")


@dataclass
class Site:
    """A web site: what it says to each path, one answer after the other; the last one stays."""

    url: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def says(self, path: str, *answers: Answer) -> str:
        self.answers[path] = list(answers)
        return f"{self.url}{path}"

    def next(self, method: str, path: str) -> Answer:
        self.asked.append((method, path))
        queue = self.answers.get(path, [Answer(404)])
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        return answer if method in answer.methods else Answer(405)

    def times(self, path: str) -> int:
        return sum(asked == path for _, asked in self.asked)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.agents.add(self.headers.get("User-Agent", ""))
            answer = made.next(self.command, self.path)
            if not answer.status:
                self.close_connection = True
                return
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815 — the name that http.server looks for

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def ask(clock: FakeClock) -> Iterator[Callable[[str], Outcome]]:
    """Asks for one address, as the command does, on a network of our own."""
    pace = Pace(clock, 2.0)
    with make_client(Manners(AGENT), pace, timeout=0.3, inside=True) as client:
        yield Asker(client, Robots(client, AGENT, pace), clock).ask
