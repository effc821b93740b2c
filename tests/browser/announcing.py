"""What assistive technology is told: the live regions in the accessibility tree, not the attributes of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Region:
    """A live region: how urgent, every text in it, and whether it is still being filled."""

    live: str
    texts: tuple[str, ...]
    busy: bool


class Listener:
    """Hears what changes in live regions, as a screen reader does.

    A polite region has to be there before its text comes: one that comes with its text is often not read. An alert is
    read when it comes. What comes into a region that is busy is held back.
    """

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Accessibility.enable")
        self._page = page
        self._before = self._regions()

    def heard(self) -> list[tuple[str, str]]:
        """What is said since the last time: (how urgent, text)."""
        now = self._regions()
        said = [
            (region.live, text)
            for key, region in now.items()
            if not region.busy and (region.live == "assertive" or key in self._before)
            for text in _new(region, self._before.get(key))
        ]
        self._before = now
        return said

    def hears(self, live: str, text: str) -> None:
        """Fails when the text is not said soon."""
        everything: list[tuple[str, str]] = []
        for _ in range(200):
            everything += self.heard()
            if any(how == live and text in said for how, said in everything):
                return
            self._page.wait_for_timeout(50)
        raise AssertionError(f"{text!r} was not said; said was: {everything}")

    def _regions(self) -> dict[int, Region]:
        nodes: list[Node] = self._session.send("Accessibility.getFullAXTree")["nodes"]
        known = {node["nodeId"]: node for node in nodes}
        found = {}
        for node in nodes:
            told = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
            if told.get("live") in ("polite", "assertive") and "root" not in told:
                texts = tuple(_texts(node, known))
                found[int(node["backendDOMNodeId"])] = Region(told["live"], texts, bool(told.get("busy")))
        return found


def _texts(node: Node, known: Mapping[str, Node]) -> Iterator[str]:
    if node.get("role", {}).get("value") == "StaticText":
        yield str(node["name"]["value"])
    for child in node.get("childIds", ()):
        if child in known:
            yield from _texts(known[child], known)


def _new(region: Region, before: Region | None) -> list[str]:
    return list((Counter(region.texts) - Counter(before.texts if before else ())).elements())
