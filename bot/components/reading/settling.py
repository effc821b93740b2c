"""Settles what was found: one value for a field, what follows from what, and what cannot be true together."""

from __future__ import annotations

from collections.abc import Iterable

from .facts import LIST_FIELDS, Fact

PROBLEM_FIELDS = ("debts", "housingProblem", "healthLimits")


def settled(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that a message gives, each field once, in the order of the text."""
    chosen = _one_each(facts)
    _work_follows(chosen)
    _goal_follows(chosen)
    _wish_is_not_the_job(chosen)
    _last_job_gives_way(chosen)
    _care_adds_up(chosen)
    kept = list(chosen.values())
    _problems_add_up(kept)
    return sorted(kept, key=lambda f: (f.start, f.end, f.field))


def _one_each(facts: Iterable[Fact]) -> dict[tuple[str, object], Fact]:
    chosen: dict[tuple[str, object], Fact] = {}
    for fact in facts:
        key = (fact.field, fact.value if fact.field in LIST_FIELDS else None)
        now = chosen.get(key)
        if now is None or _weight(fact) >= _weight(now):
            chosen[key] = fact
    return chosen


def _weight(fact: Fact) -> tuple[bool, int, float]:
    return (not fact.past, fact.rank, fact.confidence)


def _work_follows(chosen: dict[tuple[str, object], Fact]) -> None:
    """Contract rules: a contract means employed; months without work need no work; a student has no contract."""
    work, contract = chosen.get(("work", None)), chosen.get(("contract", None))
    hours = chosen.get(("hoursPerWeek", None))
    if work is None and contract and not contract.past:
        work = chosen[("work", None)] = contract.but(field="work", value="employed", rank=0)
    if (
        work is None
        and hours
        and isinstance(hours.value, int)
        and hours.value
        and hours.source == "phrase"
        and not hours.past
    ):
        work = chosen[("work", None)] = hours.but(field="work", value="employed", rank=0)
    risk = chosen.get(("jobAtRisk", None))
    if work is None and risk and not risk.past:
        work = chosen[("work", None)] = risk.but(field="work", value="employed", rank=0)
    goal = chosen.get(("goal", None))
    if work is None and goal and goal.value == "keep-work":
        work = chosen[("work", None)] = goal.but(field="work", value="employed", rank=0)
    if contract and (work is None or work.value != "employed"):
        del chosen[("contract", None)]
    months = chosen.get(("monthsUnemployed", None))
    if months and work is None:
        chosen[("work", None)] = months.but(field="work", value="unemployed", rank=0)
    elif months and work and work.value != "unemployed":
        del chosen[("monthsUnemployed", None)]
    if work and work.value in ("unemployed", "not-in-labour-force"):
        chosen.pop(("hoursPerWeek", None), None)
        chosen.pop(("jobAtRisk", None), None)


def _goal_follows(chosen: dict[tuple[str, object], Fact]) -> None:
    """Wanting a certain job is a change for who works and finding work for who has none; not known, no goal.

    'Wants to work' alone (rank 1) makes somebody unemployed only next to a benefit for people without work.
    """
    work, benefit, goal = (chosen.get((name, None)) for name in ("work", "benefit", "goal"))
    if work and work.value == "unemployed" and work.rank == 1 and not (benefit and benefit.value not in ("none", "ww")):
        del chosen[("work", None)]
        work = None
    if goal and goal.value == "find-work" and work and work.value in ("employed", "self-employed"):
        chosen[("goal", None)] = goal.but(value="change-work")
    elif work and work.value == "unemployed" and (want := goal or chosen.get(("wish", None))):
        chosen[("goal", None)] = want.but(field="goal", value="find-work")
    elif goal and goal.value == "find-work" and goal.rank == 1 and work is None and not benefit:
        del chosen[("goal", None)]


def _wish_is_not_the_job(chosen: dict[tuple[str, object], Fact]) -> None:
    """The words of a wish are not the present job; where both were read from one place the wish holds."""
    wish = chosen.get(("wish", None))
    for name in ("occupation", "sector"):
        job = chosen.get((name, None))
        if wish and job and job.start < wish.end and wish.start < job.end and not job.past:
            del chosen[(name, None)]


def _last_job_gives_way(chosen: dict[tuple[str, object], Fact]) -> None:
    """Whoever works now has a present job: a former job or field is not about it (contract, rule 12)."""
    work = chosen.get(("work", None))
    if work is None or work.past or work.value not in ("employed", "self-employed"):
        return
    for name in ("occupation", "sector"):
        job = chosen.get((name, None))
        if job and job.past:
            del chosen[(name, None)]


def _care_adds_up(chosen: dict[tuple[str, object], Fact]) -> None:
    parent, care = chosen.get(("singleParent", None)), chosen.get(("careTasks", None))
    if parent and parent.value is True and care is None:
        chosen[("careTasks", None)] = parent.but(field="careTasks", value="children")


def both_kinds_of_care(facts: list[Fact]) -> list[Fact]:
    """Children and informal care said in one message become 'both'."""
    care = {f.value: f for f in facts if f.field == "careTasks"}
    if {"children", "informal-care"} <= set(care):
        facts = [*facts, care["informal-care"].but(value="both", rank=9)]
    return facts


def _problems_add_up(kept: list[Fact]) -> None:
    """Two or more kinds of trouble at once are ground for 'multiple problems' (contract, rule 32)."""
    problems = [f for f in kept if f.field in PROBLEM_FIELDS and f.value is True]
    has = any(f.field == "barriers" and f.value == "multiple-problems" for f in kept)
    if len(problems) >= 2 and not has:
        kept.append(problems[-1].but(field="barriers", value="multiple-problems", source="rule"))
