"""One round along all addresses: which are asked for, what is kept of it, and what is told in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import Engine

from leerroute.database import reading, writing
from leerroute.links.addresses import Use, used_addresses
from leerroute.links.checking import Ask, host_of, look_at_all
from leerroute.links.clock import Clock
from leerroute.links.keeping import LinkCheck, forget_others, keep, kept_checks
from leerroute.links.outcome import LOOK, Kind, Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """What a round found. `left` addresses wait for the next round; `offline`: no site answered, nothing is kept."""

    kinds: Counter[Kind]
    left: int
    skipped: int
    offline: bool
    uses: Mapping[str, frozenset[Use]]
    checks: Mapping[str, LinkCheck]

    @property
    def broken(self) -> list[LinkCheck]:
        """All addresses that are broken, also those found so earlier, in order."""
        return [check for url, check in sorted(self.checks.items()) if check.outcome.broken]

    @property
    def to_look_at(self) -> list[LinkCheck]:
        """What somebody should see with their own eyes."""
        return [check for url, check in sorted(self.checks.items()) if check.outcome.kind in LOOK]


@dataclass
class _Keeper:
    """Writes outcomes as they come, from the first moment that any site answered: without a network nothing is true."""

    engine: Engine
    clock: Clock
    answered: bool = False
    waiting: list[tuple[str, Outcome]] = field(default_factory=list)

    def take(self, url: str, outcome: Outcome) -> None:
        self.answered = self.answered or outcome.status is not None
        self.waiting.append((url, outcome))
        if self.answered:
            self.write()

    def write(self) -> None:
        with writing(self.engine) as connection:
            for url, outcome in self.waiting:
                keep(connection, url, outcome, self.clock.moment())
        self.waiting.clear()


def go_round(
    engine: Engine, ask: Ask, clock: Clock, *, at_once: int, skip_younger: timedelta, starting: Callable[[int], None],
    progress: Callable[[str], None],
) -> Report:  # fmt: skip
    """Look at every address that was not found to be fine within `skip_younger`."""
    with reading(engine) as connection:
        uses, known = used_addresses(connection), kept_checks(connection)
    since = clock.moment() - skip_younger
    wanted = [
        url for url in uses if (check := known.get(url)) is None or check.fine_at is None or check.fine_at < since
    ]
    starting(len(wanted))
    keeper, kinds, left = _Keeper(engine, clock), Counter[Kind](), 0
    for url, outcome in look_at_all(wanted, ask, at_once):
        if outcome is None:
            left += 1
        else:
            kinds[outcome.kind] += 1
            keeper.take(url, outcome)
        progress(url)
    offline = _nobody_answered(wanted, keeper)
    if not offline:
        keeper.write()
        with writing(engine) as connection:
            forget_others(connection, uses.keys())
    with reading(engine) as connection:
        checks = {url: check for url, check in kept_checks(connection).items() if url in uses}
    return Report(kinds, left, len(uses) - len(wanted), offline, uses, checks)


def _nobody_answered(wanted: list[str], keeper: _Keeper) -> bool:
    """Several hosts, and not one of them answered: it is our own line, not theirs."""
    unreachable = all(outcome.kind is Kind.UNREACHABLE for _, outcome in keeper.waiting)
    return not keeper.answered and unreachable and len({host_of(url) for url in wanted}) > 1
