"""The next question by value: ask what would change the route most, stop when nothing left is likely to change it.

The value of a question is how much the route differs between its answers, weighted by how likely each answer is
and by how much the step matters. A field that only matters together with another unknown field gets a small
value of its own, so that such pairs are found too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal

from leerroute.domain.barriers import find_barriers
from leerroute.domain.choosing import PLACES, choose
from leerroute.domain.eligibility import all_hold
from leerroute.domain.index import Bits
from leerroute.domain.measure import Catalogue, Purpose
from leerroute.domain.profile import FIELDS, Profile, Value, said_barriers
from leerroute.domain.question import BARRIER_PREFIX, Answer, Interview, NextQuestion, Question
from leerroute.domain.ranking import Situation

MOST_QUESTIONS = 10
WORTH_ASKING = 0.9
LOCAL_VALUE = 1.0  # where one lives decides which desk is the right one
HARDEST_VALUE = 1.0  # what is hardest is asked of everybody, also when it changes no step
JOINT_VALUE = 0.04
SENSITIVE_AFTER = 2

BARRIER_IMPORTANCE = 0.6  # a barrier changes why a step is there, also when it is the same step
# What a number may turn out to be, with rough shares of people; no published source: only steers the order of asking.
NUMBER_SAMPLES: Mapping[str, tuple[tuple[int, float], ...]] = {
    "age": ((22, 0.15), (35, 0.3), (50, 0.3), (58, 0.2), (68, 0.05)),
    "hoursPerWeek": ((16, 0.25), (24, 0.35), (38, 0.4)),
    "learningHoursPerWeek": ((0, 0.3), (3, 0.4), (10, 0.3)),
    "monthsUnemployed": ((1, 0.3), (8, 0.4), (24, 0.3)),
}
# Derived fields, and the profile fields that can bring them about.
BEHIND_DERIVED: Mapping[str, tuple[str, ...]] = {
    "targetGroups": ("work", "age", "hoursPerWeek", "education", "contract", "sector", "careTasks", "healthLimits"),
}

# Whoever told how much money or time there is, has answered the indirect question as well.
SETTLED_BY: Mapping[str, str] = {"no-means": "learningBudget", "time-pressure": "learningHoursPerWeek"}
ALREADY_ASKED_HARDEST = 0.3  # how much an indirect question is still worth after "what is hardest for you?"

Outcome = frozenset[tuple[Purpose | Literal["barrier"], str]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is needed to weigh every question of one interview on one date."""

    catalogue: Catalogue
    interview: Interview
    on: date

    def situation(self, profile: Profile) -> Situation:
        """A profile judged with this catalogue on this date."""
        return Situation.of(self.catalogue, profile, self.on)

    def outcome(self, profile: Profile) -> Outcome:
        """The chosen measures and the barriers they serve, as a set that can be compared."""
        situation = self.situation(profile)
        chosen = {(choice.purpose, choice.measure.id) for choice in choose(situation)}
        return frozenset(chosen | {("barrier", barrier) for barrier in situation.barrier_ids})


def _open_fields(situation: Situation, denied: frozenset[str]) -> dict[str, Bits]:
    """For each unknown field the measures that it can still bring into or out of the route, and that one could hold."""
    verdict, index = situation.verdict, situation.day.index
    alive = situation.day.offerable & ~verdict.settled
    found: dict[str, Bits] = {}
    for name, bits in verdict.open_fields.items():
        for behind in BEHIND_DERIVED.get(name, (name,)):
            found[behind] = found.get(behind, 0) | bits & alive
    for barrier, bits in index.by_barrier.items():
        if barrier not in denied:
            found[BARRIER_PREFIX + barrier] = bits & index.depends_on_barriers & alive
    return {name: bits for name, bits in found.items() if bits}


def _by_open_fields(open_fields: Mapping[str, Bits]) -> dict[tuple[str, ...], Bits]:
    """The measures by the set of fields that are open for them."""
    parts: dict[tuple[str, ...], Bits] = {}
    for name, bits in open_fields.items():
        new = bits
        for fields, part in list(parts.items()):
            if inside := part & bits:
                del parts[fields]
                parts[*fields, name] = inside
                if outside := part ^ inside:
                    parts[fields] = outside
                new ^= inside
        if new:
            parts[name,] = new
    return parts


def _joint_values(survey: Survey) -> dict[str, float]:
    """For every unknown field a small value for each measure it could still help into or out of the route."""
    situation = survey.situation(survey.interview.profile)
    open_fields = _open_fields(situation, survey.interview.denied_barriers)
    shares: dict[str, list[float]] = {name: [] for name in open_fields}
    for fields, part in _by_open_fields(open_fields).items():
        for purpose, bits in situation.day.index.by_purpose.items():
            if count := (part & bits).bit_count():
                share = PLACES[purpose].importance * JOINT_VALUE / len(fields)
                for name in fields:
                    shares[name].append(share * count)
    return {name: fsum(sorted(found)) for name, found in shares.items()}


def _supposed(question: Question, profile: Profile, likelier: bool) -> Iterator[tuple[Profile, float]]:
    """The profile after each answer, with the answer's likelihood."""
    if question.field.startswith(BARRIER_PREFIX):
        barrier = question.field.removeprefix(BARRIER_PREFIX)
        share = sum(_likelihood(a, likelier) for a in question.answers if a.value is True) or 0.3
        asked_before = ALREADY_ASKED_HARDEST if "barriers" in profile else 1.0
        yield profile.having("barriers", (*said_barriers(profile), barrier)), min(share, 0.9) * asked_before
        return
    for sample, share in NUMBER_SAMPLES.get(question.field, ()):
        yield profile.having(question.field, sample), share
    if question.field not in NUMBER_SAMPLES:
        for answer in question.answers:
            yield profile.having(question.field, _as_value(question.field, answer.value)), _likelihood(answer, likelier)


def _likelihood(answer: Answer, likelier: bool) -> float:
    return answer.likelihood_then if likelier and answer.likelihood_then is not None else answer.likelihood


def _is_likelier(question: Question, survey: Survey) -> bool:
    """Whether what is known makes some answers likelier: trouble with reading goes together with debts."""
    if not question.likely_when:
        return False
    situation = survey.situation(survey.interview.profile)
    return all_hold(question.likely_when, situation.known, situation.limits) is True


def _as_value(field: str, value: Value) -> Value:
    """A single tap on a field that takes several values is a list of one."""
    return (value,) if FIELDS[field].kind == "choices" and isinstance(value, str) else value


def _importance(purpose: Purpose | Literal["barrier"]) -> float:
    return BARRIER_IMPORTANCE if purpose == "barrier" else PLACES[purpose].importance


def _difference(before: Outcome, after: Outcome) -> float:
    return sum(_importance(purpose) for purpose, _ in before ^ after)


def _direct_value(question: Question, survey: Survey, before: Outcome) -> float:
    supposed = list(_supposed(question, survey.interview.profile, _is_likelier(question, survey)))
    total = sum(share for _, share in supposed) or 1.0
    scale = 1.0 if question.field.startswith(BARRIER_PREFIX) else 1.0 / total
    return scale * sum(share * _difference(before, survey.outcome(profile)) for profile, share in supposed)


def _is_known(question: Question, interview: Interview) -> bool:
    if question.field.startswith(BARRIER_PREFIX):
        barrier = question.field.removeprefix(BARRIER_PREFIX)
        found = {known.id for known in find_barriers(interview.profile)}
        told = SETTLED_BY.get(barrier) in interview.profile
        return told or barrier in found or barrier in interview.denied_barriers
    return question.field in interview.profile


def _askable(questions: Sequence[Question], survey: Survey) -> list[Question]:
    """Questions whose answer is not known, that were not refused, and that fit what is known."""
    interview = survey.interview
    situation = survey.situation(interview.profile)
    return [
        q
        for q in questions
        if q.field != "situation"
        and q.field not in interview.skipped
        and not _is_known(q, interview)
        and all_hold(q.ask_when, situation.known, situation.limits) is True
    ]


def _depends_on_place(survey: Survey, before: Outcome) -> bool:
    chosen = (survey.catalogue.measures[name] for purpose, name in before if purpose != "barrier")
    return any({"municipality", "region"}.intersection(m.levels) for m in chosen)


def _values(questions: Sequence[Question], survey: Survey, joint: Mapping[str, float]) -> list[tuple[float, Question]]:
    before = survey.outcome(survey.interview.profile)
    local = _depends_on_place(survey, before)
    floor = {"municipality": LOCAL_VALUE if local else 0.0, "barriers": HARDEST_VALUE}
    return [(_value(question, survey, before, joint, floor), question) for question in questions]


def _value(
    question: Question, survey: Survey, before: Outcome, joint: Mapping[str, float], floor: Mapping[str, float]
) -> float:
    if question.field == "municipality":
        return floor[question.field]
    value = _direct_value(question, survey, before) + joint.get(question.field, 0.0)
    return max(value, floor.get(question.field, 0.0))


def _first(worth: Sequence[tuple[float, Question]], interview: Interview) -> Question:
    """The most valuable one; sensitive ones never first, and a lower rank wins between near equals."""
    gentle = [entry for entry in worth if not entry[1].sensitive]
    early = interview.asked < SENSITIVE_AFTER
    pool = gentle if early and gentle else worth
    return max(pool, key=lambda entry: (entry[0] * (1.5 - entry[1].rank / 100), -entry[1].rank, entry[1].field))[1]


def next_question(catalogue: Catalogue, questions: Sequence[Question], interview: Interview, on: date) -> NextQuestion:
    """The question to ask now, or None; `at_most_left` counts it and is an upper bound, not a guess."""
    left = MOST_QUESTIONS - interview.asked
    if left <= 0:
        return NextQuestion(None, 0)
    survey = Survey(catalogue, interview, on)
    joint = _joint_values(survey)
    worth = [entry for entry in _values(_askable(questions, survey), survey, joint) if entry[0] >= WORTH_ASKING]
    if not worth:
        return NextQuestion(None, 0)
    return NextQuestion(_first(worth, interview), min(left, _bound(questions, interview, joint, len(worth))))


def _bound(questions: Sequence[Question], interview: Interview, joint: Mapping[str, float], worth_now: int) -> int:
    """Every question that is worth asking now or may become so after another answer."""
    later = sum(
        1 for q in questions if q.field in joint and q.field not in interview.skipped and not _is_known(q, interview)
    )
    return max(worth_now, later)
