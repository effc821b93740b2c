"""The ten target groups of the article, each by a rule one can read. Source: docs/contract/judging-a-measure.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leerroute.domain.profile import Value
from leerroute.domain.route import TargetGroup

PART_TIME_BELOW_HOURS = 35
OLDER_WORKER_AGE = 45
OLDER_JOBLESS_AGE = 55
WITHOUT_START_QUALIFICATION = frozenset({"none", "primary", "vmbo", "mbo1"})
AT_MOST_VMBO = frozenset({"none", "primary", "vmbo"})
NOT_PRIVATE = frozenset({"public-administration", "education", "health-care", "child-care", "culture-sport"})
CARE_FOR_CHILDREN = frozenset({"children", "both"})

Known = Mapping[str, Value]


def _at_least(known: Known, field: str, number: int) -> bool:
    value = known.get(field)
    return isinstance(value, int) and value >= number


def _employed(known: Known) -> bool:
    return known.get("work") == "employed"


def _part_time(known: Known) -> bool:
    hours = known.get("hoursPerWeek")
    return _employed(known) and isinstance(hours, int) and hours < PART_TIME_BELOW_HOURS


def _private_sector(known: Known) -> bool:
    sector = known.get("sector")
    return _employed(known) and sector is not None and sector not in NOT_PRIVATE


def _unemployed(known: Known) -> bool:
    return known.get("work") == "unemployed"


def _low_educated_with_complaints(known: Known) -> bool:
    return _unemployed(known) and known.get("education") in AT_MOST_VMBO and known.get("healthLimits") is True


_RULES: tuple[tuple[str, tuple[str, ...], Callable[[Known], bool]], ...] = (
    ("unemployed", ("work",), _unemployed),
    ("part-time", ("work", "hoursPerWeek"), _part_time),
    ("worker-45-plus", ("work", "age"), lambda k: _employed(k) and _at_least(k, "age", OLDER_WORKER_AGE)),
    ("no-start-qualification", ("education",), lambda k: k.get("education") in WITHOUT_START_QUALIFICATION),
    ("self-employed", ("work",), lambda k: k.get("work") == "self-employed"),
    ("temporary-contract", ("work", "contract"), lambda k: _employed(k) and k.get("contract") == "temporary"),
    ("private-sector", ("work", "sector"), _private_sector),
    (
        "part-time-working-parent",
        ("work", "hoursPerWeek", "careTasks"),
        lambda k: _part_time(k) and k.get("careTasks") in CARE_FOR_CHILDREN,
    ),
    (
        "low-educated-unemployed-with-health-complaints",
        ("work", "education", "healthLimits"),
        _low_educated_with_complaints,
    ),
    ("jobless-55-plus", ("work", "age"), lambda k: _unemployed(k) and _at_least(k, "age", OLDER_JOBLESS_AGE)),
)


def target_groups(known: Known) -> tuple[TargetGroup, ...]:
    """The groups someone belongs to by what is known, each with the fields that say so."""
    return tuple(TargetGroup(group, because) for group, because, belongs in _RULES if belongs(known))
