"""Reading a page as a browser does: what its form would send when nothing is typed."""

from __future__ import annotations

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action
        self.values: dict[str, list[str]] = {}
        self._inside = False
        self._select: str | None = None
        self._first: str | None = None
        self._chosen = False
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("action") == self.action
        if not self._inside:
            return
        if tag == "input" and "name" in given:
            unticked = given.get("type") in ("checkbox", "radio") and "checked" not in given
            if not unticked:
                self._add(given["name"], given.get("value", "on"))
        elif tag == "textarea":
            self._area = given["name"]
            self._add(self._area, "")
        elif tag == "select":
            self._select, self._first, self._chosen = given["name"], None, False
        elif tag == "option" and self._select:
            self._first = given["value"] if self._first is None else self._first
            if "selected" in given:
                self._add(self._select, given["value"])
                self._chosen = True

    def handle_data(self, data: str) -> None:
        if self._area:
            former = self.values[self._area][-1]
            self.values[self._area][-1] = former + (data.removeprefix("\n") if not former else data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        elif tag == "select" and self._select:
            if not self._chosen:
                self._add(self._select, self._first or "")
            self._select = None
        elif tag == "form":
            self._inside = False

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


def values_of(html: str, action: str) -> dict[str, list[str]]:
    """Names and values of the form with this action."""
    reader = _Reader(action)
    reader.feed(html)
    assert reader.values, f"there is no form {action} on this page"
    return reader.values
