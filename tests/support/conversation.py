"""A person in front of the real system: says things through the API, and looks at what came of it."""

import json
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx
from sqlalchemy import create_engine, text

TRACKER = text("SELECT body FROM rasa_trackers WHERE sender_id = :case")


@dataclass
class Conversation:
    """One talk. `said` is the whole transcript, for when a test fails."""

    base_url: str
    database_url: str
    language: str | None = "nl"
    turn: dict[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    uttered: tuple[str, ...] = ()
    id: str = ""

    def __enter__(self) -> Self:
        self.client = httpx.Client(base_url=f"{self.base_url}/api/v1", timeout=60)
        started = self.client.post("/conversations", json={"consent": True, "language": self.language})
        if started.status_code != 201:
            self.client.close()
            raise AssertionError(started.text)
        self.id = started.json()["id"]
        self.client.headers["Authorization"] = f"Bearer {started.json()['token']}"
        self._engine = create_engine(self.database_url)
        self._note(started.json())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        self.client.close()
        self._engine.dispose()

    def say(self, words: str) -> None:
        """Type a text, or send the payload of a quick reply."""
        self.said.append(f"> {words}")
        answer = self.client.post(f"/conversations/{self.id}/messages", json={"text": words})
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}\n{self.transcript}"
        self._note(answer.json())

    def tap(self, title: str) -> None:
        """Tap a quick reply by its title."""
        replies = [*self._question_replies(), *(r for m in self.turn["messages"] for r in m["quickReplies"])]
        payload = next((reply["payload"] for reply in replies if reply["title"] == title), None)
        assert payload is not None, f"there is no quick reply {title!r}\n{self.transcript}"
        self.say(payload)

    def answer_all(self, known: dict[str, Any], most: int = 14) -> int:
        """Answer what is asked with what this person knows, else 'I don't know'; how many questions there were."""
        for count in range(most + 1):
            if (asked := self.asked) is None:
                return count
            self.say(_payload(asked, known[asked]) if asked in known else "/dont_know")
        raise AssertionError(f"more than {most} questions\n{self.transcript}")

    @property
    def asked(self) -> str | None:
        """The field that is asked now."""
        question = self.turn["question"]
        return question["field"] if question else None

    def kept(self) -> dict[str, Any]:
        """Everything that is kept of the talk."""
        return self.client.get(f"/conversations/{self.id}").raise_for_status().json()  # type: ignore[no-any-return]

    @property
    def transcript(self) -> str:
        """What was said by both."""
        return "\n".join(self.said)

    def _question_replies(self) -> list[dict[str, str]]:
        question = self.turn["question"]
        return list(question["quickReplies"]) if question else []

    def _note(self, turn: dict[str, Any]) -> None:
        self.turn = turn
        self.said += [f"< {message['text']}" for message in turn["messages"]]
        self.said.append(f"  (asked: {self.asked}, done: {turn['done']})")
        self.uttered = tuple(self._utters())

    def _utters(self) -> list[str]:
        """Names of the responses since the last message of the person, from Rasa's own memory of the talk."""
        with self._engine.connect() as connection:
            body = connection.execute(TRACKER, {"case": self.id}).scalar()
        names: list[str] = []
        for event in json.loads(body) if body else []:
            if event["event"] == "user":
                names = []
            elif event["event"] == "bot" and (name := event["metadata"].get("utter_action")):
                names.append(name)
        return names


def _payload(asked: str, value: Any) -> str:
    if asked.startswith("barrier:"):
        facts: dict[str, Any] = {"barriers" if value else "barriersDenied": asked.removeprefix("barrier:")}
    elif asked == "barriers" and not value:
        return "/dont_know"
    else:
        facts = {asked: value}
    return f"/inform{json.dumps(facts)}"
