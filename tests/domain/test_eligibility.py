"""Status on a date and three-valued eligibility."""

from datetime import date

import pytest

from leerroute.domain.eligibility import assess, holds, limits_on, status_on, unsettled_fields
from leerroute.domain.measure import AllOf, AnyOf, Condition, Version, Window
from tests.domain.catalogues import AOW_AGE, TODAY, measure

ROUNDS = (Window(date(2026, 4, 7), date(2026, 5, 4)), Window(date(2026, 8, 19), date(2026, 9, 7)))
SCHEME = measure("scheme", versions=(Version(date(2020, 3, 2), date(2029, 12, 31), windows=ROUNDS),))


@pytest.mark.parametrize(
    ("on", "status", "changes_on"),
    [
        (date(2020, 3, 1), "not-yet", date(2020, 3, 2)),
        (date(2020, 3, 2), "window-closed", date(2026, 4, 7)),
        (date(2026, 4, 7), "open", None),
        (date(2026, 5, 4), "open", None),
        (date(2026, 5, 5), "window-closed", date(2026, 8, 19)),
        (date(2029, 12, 31), "window-closed", None),
        (date(2030, 1, 1), "ended", date(2030, 1, 1)),
    ],
)
def test_first_and_last_day_are_inside(on: date, status: str, changes_on: date | None) -> None:
    assert status_on(SCHEME, on) == (status, changes_on)


def test_between_two_versions_the_next_one_is_named_and_never_used() -> None:
    gap = measure("gap", versions=(Version(None, date(2024, 12, 31)), Version(date(2026, 1, 1), None)))
    assert status_on(gap, date(2025, 6, 1)) == ("not-yet", date(2026, 1, 1))
    assert status_on(gap, date(2024, 12, 31))[0] == "open"
    assert status_on(gap, date(2026, 1, 1))[0] == "open"


def test_a_local_scheme_that_ended_has_ended() -> None:
    local = measure("local", varies_locally=True, versions=(Version(None, date(2025, 12, 31)),))
    assert status_on(local, date(2025, 12, 31))[0] == "varies-locally"
    assert status_on(local, date(2026, 1, 1)) == ("ended", date(2026, 1, 1))


UNDER_57 = Condition("age", "below", 57)
WW = Condition("benefit", "one-of", ("ww",))


@pytest.mark.parametrize(
    ("known", "eligibility", "missing"),
    [
        ({"age": 56, "benefit": "ww"}, "yes", ()),
        ({"age": 57, "benefit": "ww"}, "no", ()),
        ({"age": 57}, "no", ()),
        ({"age": 56}, "unknown", ("benefit",)),
        ({}, "unknown", ("age", "benefit")),
    ],
)
def test_one_failing_condition_is_no_and_an_absent_field_is_unknown(
    known: dict[str, object], eligibility: str, missing: tuple[str, ...]
) -> None:
    judged = assess(measure("m", conditions=(UNDER_57, WW)), known, TODAY, {})  # type: ignore[arg-type]
    assert (judged.eligibility, judged.missing) == (eligibility, missing)


def test_a_refusal_counts_only_when_it_is_known() -> None:
    loan = measure("loan", not_when=(Condition("debts", "is", True, "loan-with-debts"),))
    assert assess(loan, {}, TODAY, {}).eligibility == "yes"
    refused = assess(loan, {"debts": True}, TODAY, {})
    assert (refused.eligibility, refused.reasons[0].code) == ("no", "loan-with-debts")


@pytest.mark.parametrize(
    ("age", "on", "fits"), [(66, "2023-06-01", True), (66, "2024-01-01", True), (67, "2024-01-01", False)]
)
def test_the_aow_age_is_a_dated_amount(age: int, on: str, fits: bool) -> None:
    limits = limits_on({"aow-age": AOW_AGE}, date.fromisoformat(on))
    assert holds(Condition("age", "below", "aow-age"), {"age": age}, limits) is fits


def test_without_an_amount_for_the_date_nothing_is_decided() -> None:
    limits = limits_on({"aow-age": AOW_AGE}, date(2020, 1, 1))
    assert holds(Condition("age", "below", "aow-age"), {"age": 40}, limits) is None


def test_education_is_compared_by_level() -> None:
    at_most = Condition("education", "at-most", "mbo1")
    assert holds(at_most, {"education": "vmbo"}, {}) is True
    assert holds(at_most, {"education": "mbo2"}, {}) is False


def test_any_of_and_all_of_are_three_valued() -> None:
    either, both = AnyOf((UNDER_57, WW)), AllOf((UNDER_57, WW))
    assert holds(either, {"benefit": "ww"}, {}) is True
    assert holds(either, {"age": 60}, {}) is None
    assert holds(either, {"age": 60, "benefit": "none"}, {}) is False
    assert holds(both, {"age": 60}, {}) is False
    assert holds(both, {"age": 40}, {}) is None
    assert unsettled_fields(either, {"age": 60}, {}) == ("benefit",)


def test_a_local_measure_asks_where_one_lives() -> None:
    local = measure("local", municipalities=("GM0363",))
    assert assess(local, {"municipality": "GM0363"}, TODAY, {}).eligibility == "yes"
    assert assess(local, {"municipality": "GM0599"}, TODAY, {}).eligibility == "no"
    assert assess(local, {}, TODAY, {}).missing == ("municipality",)
