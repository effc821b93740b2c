"""Small catalogues for the tests of the core, so that they don't move when content does."""

from __future__ import annotations

from datetime import date
from typing import Any

from leerroute.domain.measure import (
    Catalogue,
    Condition,
    DatedAmount,
    Flexible,
    Measure,
    Placement,
    Version,
    Window,
)

TODAY = date(2026, 11, 23)
AOW_AGE = DatedAmount("aow-age", "months", ((date(2023, 1, 1), 66 * 12 + 10), (date(2024, 1, 1), 67 * 12)), "test")


def measure(identifier: str, purpose: str = "learning", **changes: Any) -> Measure:
    """A measure that is open to everyone, unless told otherwise."""
    given: dict[str, Any] = {
        "id": identifier,
        "name": {"nl": identifier},
        "summary": {"nl": identifier},
        "next_step": {"nl": identifier},
        "applicants": ("person",),
        "versions": (Version(None, None),),
        "checked_on": TODAY,
        "placement": Placement(purpose, changes.pop("useful_when", ()), changes.pop("rank", 50)),  # type: ignore[arg-type]
    }
    return Measure(**(given | changes))


def catalogue(*measures: Measure) -> Catalogue:
    """These measures with the AOW age."""
    return Catalogue({m.id: m for m in measures}, {AOW_AGE.id: AOW_AGE})


def is_true(field: str) -> Condition:
    """The field is known to be true."""
    return Condition(field, "is", True)


LOAN = measure("loan", "funding", not_when=(Condition("debts", "is", True, "loan-with-debts"),), rank=90)
SMALL = catalogue(
    measure("debt-desk", "debt-help", useful_when=(is_true("debts"),), solutions=("solve-other-problems-first",)),
    measure("desk", "guidance", varies_locally=True, levels=("region",), barriers=("no-future-outlook",)),
    measure(
        "permission",
        "permission",
        conditions=(Condition("benefit", "one-of", ("ww",)),),
        useful_when=(Condition("benefit", "one-of", ("ww",)),),
    ),
    measure("course", learning_form="formal", barriers=("time-pressure",)),
    measure("practice", learning_form="informal", rank=55, flexible=Flexible(True, True, True)),
    LOAN,
    measure(
        "voucher",
        "funding",
        versions=(
            Version(date(2022, 3, 1), date(2023, 12, 31), windows=(Window(date(2023, 11, 15), date(2023, 11, 15)),)),
        ),
        replaced_by=("desk",),
        kinds=("funding",),
        recommendable=False,
        mentioned_in_article=True,
    ),
)
