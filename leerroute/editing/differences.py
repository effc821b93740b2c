"""What is different between two versions of a content file, value by value, for people to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that changed; None where there was or is nothing. `path` is that of the newer version where it can be."""

    path: str
    before: Any
    after: Any


def differences(before: Any, after: Any, path: str = "") -> Iterator[Difference]:
    """Every smallest part that differs, in the order of the file."""
    if _same(before, after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*after, *before]):
            yield from differences(before.get(key), after.get(key), f"{path}.{key}".strip("."))
    elif _holds_groups(before) or _holds_groups(after):
        yield from _of_items(before or [], after or [], path)
    elif isinstance(before, Mapping) and after is None:
        yield from differences(before, dict.fromkeys(before), path)
    elif isinstance(after, Mapping) and before is None:
        yield from differences(dict.fromkeys(after), after, path)
    else:
        yield Difference(path, before, after)


def _of_items(before: list[Any], after: list[Any], path: str) -> Iterator[Difference]:
    """Items that stay the same find each other, so that one that is put in the middle is one difference."""
    if not (isinstance(before, list) and isinstance(after, list)):
        yield Difference(path, before, after)
        return
    matcher = SequenceMatcher(None, [_key(item) for item in before], [_key(item) for item in after], autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            continue
        old, new = before[first:last], after[new_first:new_last]
        for place in range(max(len(old), len(new))):
            number = new_first + place if place < len(new) else first + place
            pair = (old[place] if place < len(old) else None, new[place] if place < len(new) else None)
            yield from differences(*pair, f"{path}.{number}".strip("."))


def _holds_groups(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _same(before: Any, after: Any) -> bool:
    return _key(before) == _key(after)
