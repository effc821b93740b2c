"""What the golden cases do not pin down: every condition and date is made a little wrong, and a case must notice.

A mutant that no case notices survives. Survivors are listed in survivors.txt: the list may only shrink.
Run `python -m tests.cases.test_mutants` to print the count and the survivors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from leerroute.domain.eligibility import assess, limits_on
from leerroute.domain.measure import Measure
from leerroute.domain.profile import Profile
from tests.cases.mutants import mutants
from tests.cases.test_cases import CASES, JUDGED, catalogue

KNOWN = Path(__file__).with_name("survivors.txt")


def _notices(case: dict[str, Any], measure: Measure) -> bool:
    """Whether this case comes out otherwise than it says."""
    amounts = catalogue().amounts
    judged = assess(measure, Profile.of(case.get("profile") or {}), case["on"], limits_on(amounts, case["on"]))
    for name in JUDGED:
        outcome: Any = getattr(judged, name)
        if name in case and (sorted(outcome) if name == "missing" else outcome) != case[name]:
            return True
    return False


def survivors() -> tuple[int, list[str]]:
    """How many mutants were made, and those that no case notices."""
    made, alive = 0, []
    for name, measure in sorted(catalogue().measures.items()):
        cases = yaml.safe_load((CASES / f"{name}.yml").read_text())["cases"]
        for case in cases:
            if "missing" in case:
                case["missing"] = sorted(case["missing"])
        for done, mutant in mutants(measure):
            made += 1
            if not any(_notices(case, mutant) for case in cases):
                alive.append(f"{name}: {done}")
    return made, alive


def test_no_new_mutant_survives_and_the_list_holds_no_dead_ones() -> None:
    _, alive = survivors()
    known = [line for line in KNOWN.read_text().splitlines() if not line.startswith("#")]
    assert sorted(alive) == sorted(known), "a golden case is missing, or survivors.txt can be shorter"


if __name__ == "__main__":
    total, still_alive = survivors()
    print(*still_alive, sep="\n")  # noqa: T201 - the report
    print(f"{total} mutants, {len(still_alive)} survive")  # noqa: T201 - the report
