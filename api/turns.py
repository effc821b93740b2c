"""One thing at a time in one talk, and a message that is sent again is not heard twice."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

from api.problems import Problem

KEEP_SECONDS = 600
KEEP_MOST = 5_000


class Turns:
    """A lock for each talk that is busy. Works within one process, which is how the API runs."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, case_id: str) -> asyncio.Lock:
        """The lock of a talk; it goes away with its last user."""
        lock = self._locks.get(case_id)
        if lock is None:
            lock = self._locks[case_id] = asyncio.Lock()
        return lock


class Repeats:
    """The last answers by Idempotency-Key, in memory only, for a client that did not get the answer and asks again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[str, str], tuple[float, bytes, dict[str, Any]]] = OrderedDict()

    def answer(self, case_id: str, key: str, text: str) -> dict[str, Any] | None:
        """What was answered to this message before; Problem when the key was used for another text."""
        self._forget_old()
        found = self._kept.get((case_id, key))
        if found is None:
            return None
        if found[1] != _digest(text):
            raise Problem("conflict")
        return found[2]

    def keep(self, case_id: str, key: str, text: str, answer: dict[str, Any]) -> None:
        """Remember an answer for a while."""
        self._kept[case_id, key] = (self._clock() + KEEP_SECONDS, _digest(text), answer)
        while len(self._kept) > KEEP_MOST:
            self._kept.popitem(last=False)

    def forget(self, case_id: str) -> None:
        """Nothing of an erased talk stays."""
        for entry in [entry for entry in self._kept if entry[0] == case_id]:
            del self._kept[entry]

    def _forget_old(self) -> None:
        now = self._clock()
        while self._kept and next(iter(self._kept.values()))[0] <= now:
            self._kept.popitem(last=False)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()
