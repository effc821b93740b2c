"""Addresses that an editor should see, by the place where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from leerroute.links.addresses import Use, used_addresses
from leerroute.links.keeping import LinkCheck, kept_checks
from leerroute.links.outcome import LOOK


@dataclass(frozen=True, slots=True)
class Troubles:
    """What the last round found: broken addresses first, then those to look at. `looked`: whether there was a round."""

    looked: bool
    of_measures: Mapping[str, list[LinkCheck]]
    elsewhere: list[tuple[LinkCheck, list[Use]]]

    def broken(self, measure: str) -> bool:
        """Whether an address of this measure gives people nothing."""
        return any(check.outcome.broken for check in self.of_measures.get(measure, ()))


def troubles(connection: Connection) -> Troubles:
    """What an editor should look at, of addresses that are still in the catalogue."""
    checks, uses = kept_checks(connection), used_addresses(connection)
    found = [check for url, check in checks.items() if url in uses and _for_an_editor(check)]
    found.sort(key=lambda check: (not check.outcome.broken, check.url))
    of_measures: dict[str, list[LinkCheck]] = {}
    elsewhere: list[tuple[LinkCheck, list[Use]]] = []
    for check in found:
        others = sorted(use for use in uses[check.url] if use.where != "measure")
        for use in uses[check.url]:
            if use.where == "measure":
                of_measures.setdefault(use.name, []).append(check)
        if others:
            elsewhere.append((check, others))
    return Troubles(bool(checks), of_measures, elsewhere)


def _for_an_editor(check: LinkCheck) -> bool:
    return check.outcome.broken or check.outcome.kind in LOOK
