"""What one file cannot show by itself: ids that exist, names that clash, dates that fit, answers that can be given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, get_args

from leerroute.catalogue.errors import ContentError
from leerroute.catalogue.naming import joined_key
from leerroute.catalogue.region_checks import check_regions
from leerroute.catalogue.requirement_checks import RequirementCheck, Vocabulary
from leerroute.domain.measure import Applicant, LearningForm, Measure, Phase, Purpose, Status, Version
from leerroute.domain.profile import BARRIERS, FIELDS, field_fault
from leerroute.domain.question import BARRIER_PREFIX, Question
from leerroute.domain.route import Eligibility

if TYPE_CHECKING:
    from leerroute.catalogue.content import Content

DOMAIN_WORDS = {
    "phases": Phase,
    "purposes": Purpose,
    "statuses": Status,
    "eligibility": Eligibility,
    "applicants": Applicant,
    "learning-forms": LearningForm,
}
SHORTEST_ALIAS = 3
Named: TypeAlias = Mapping[str, frozenset[str]]


def check(content: Content, named: Named) -> Iterator[ContentError]:
    """Every fault between files; `named` holds the ids by folder, also those of files that could not be read."""
    vocabulary = Vocabulary(
        derived={"targetGroups": sorted(named["target-groups"]), "barriers": BARRIERS},
        amounts=tuple(content.amounts),
        municipalities=tuple(content.regions.municipalities),
        reasons=tuple(content.texts.reasons),
    )
    for measure in content.measures.values():
        yield from _measure_faults(measure, named, vocabulary)
    yield from _alias_faults(content)
    for question in content.questions:
        yield from _question_faults(question, vocabulary)
    yield from _amount_faults(content)
    yield from _text_faults(content)
    yield from check_regions(content.regions)


def _measure_faults(measure: Measure, named: Named, vocabulary: Vocabulary) -> Iterator[ContentError]:
    file = f"measures/{measure.id}.yml"
    links: tuple[tuple[str, Collection[str], Collection[str]], ...] = (
        ("barriers", measure.barriers, named["barriers"]),
        ("solutions", measure.solutions, named["solutions"]),
        ("target-groups", measure.target_groups, named["target-groups"]),
        ("replaced-by", measure.replaced_by, named["measures"] - {measure.id}),
        ("excludes", measure.excludes, named["measures"] - {measure.id}),
        ("municipalities", measure.municipalities, vocabulary.municipalities),
    )
    for key, ids, known in links:
        for position, name in enumerate(ids):
            if name not in known:
                yield ContentError(file, f"{key}.{position}", name, f"an id that exists ({key})")
        if len(set(ids)) != len(ids):
            yield ContentError(file, key, list(ids), "each id once")
    plain = RequirementCheck(vocabulary, file, derived=False)
    yield from plain.faults(measure.conditions, "conditions")
    refusals = RequirementCheck(vocabulary, file, derived=False, only_conditions=True)
    yield from refusals.faults(measure.not_when, "not-when")
    useful = RequirementCheck(vocabulary, file, derived=True)
    yield from useful.faults(measure.placement.useful_when, "route.useful-when")
    yield from _version_faults(measure, file)


def _version_faults(measure: Measure, file: str) -> Iterator[ContentError]:
    for position, version in enumerate(measure.versions):
        yield from _period_faults(version, file, f"versions.{position}")
    ordered = sorted(measure.versions, key=lambda version: version.first_day or date.min)
    for former, later in pairwise(ordered):
        if former.last_day is None or (later.first_day or date.min) <= former.last_day:
            yield ContentError(file, "versions", str(later.first_day), "versions that do not overlap")


def _period_faults(version: Version, file: str, place: str) -> Iterator[ContentError]:
    first, last = version.first_day or date.min, version.last_day or date.max
    if first > last:
        yield ContentError(file, f"{place}.to", str(last), f"a day on or after {first}")
    for position, window in enumerate(version.windows):
        where = f"{place}.windows.{position}"
        if window.first_day > window.last_day:
            yield ContentError(file, f"{where}.to", str(window.last_day), f"a day on or after {window.first_day}")
        elif window.first_day < first or window.last_day > last:
            found = f"{window.first_day} to {window.last_day}"
            yield ContentError(file, where, found, "a window inside its version")
    amount = version.amount
    if amount and amount.minimum is not None and amount.maximum is not None and amount.minimum > amount.maximum:
        yield ContentError(file, f"{place}.amount.maximum", amount.maximum, f"at least {amount.minimum}")


def _alias_faults(content: Content) -> Iterator[ContentError]:
    owners = {joined_key(name): measure.id for measure in content.measures.values() for name in measure.name.values()}
    owners |= {joined_key(name): name for name in content.measures}
    for measure in content.measures.values():
        file = f"measures/{measure.id}.yml"
        for position, alias in enumerate(measure.aliases):
            key = joined_key(alias)
            if len(key) < SHORTEST_ALIAS:
                yield ContentError(file, f"aliases.{position}", alias, f"at least {SHORTEST_ALIAS} letters")
            owner = owners.setdefault(key, measure.id)
            if owner != measure.id:
                yield ContentError(file, f"aliases.{position}", alias, f"a name that {owner} does not have")


def _question_faults(question: Question, vocabulary: Vocabulary) -> Iterator[ContentError]:
    file = f"questions/{question.field.replace(':', '-')}.yml"
    name = question.field
    is_barrier = name.startswith(BARRIER_PREFIX)
    if is_barrier and name.removeprefix(BARRIER_PREFIX) not in BARRIERS:
        yield ContentError(file, "field", name, "barrier:<id> with one of " + ", ".join(BARRIERS))
    elif not is_barrier and name != "situation" and name not in FIELDS:
        yield ContentError(file, "field", name, "situation, barrier:<id>, or one of " + ", ".join(FIELDS))
    else:
        yield from _answer_faults(question, file, is_barrier)
    check = RequirementCheck(vocabulary, file, derived=True)
    yield from check.faults(question.ask_when, "ask-when")


def _answer_faults(question: Question, file: str, is_barrier: bool) -> Iterator[ContentError]:
    for position, answer in enumerate(question.answers):
        place = f"answers.{position}.value"
        if is_barrier and not isinstance(answer.value, bool):
            yield ContentError(file, place, answer.value, "true or false")
        elif question.field in FIELDS:
            value = answer.value
            if question.input == "choices" and isinstance(value, str):
                value = (value,)
            fault = field_fault(question.field, value)
            if fault is not None:
                yield ContentError(file, place, answer.value, fault.expected)
    said = [(answer.value, answer.title["nl"]) for answer in question.answers]
    if len(set(said)) != len(said) or (not is_barrier and len({value for value, _ in said}) != len(said)):
        yield ContentError(file, "answers", [str(value) for value, _ in said], "each answer once")


def _amount_faults(content: Content) -> Iterator[ContentError]:
    for name, checked in content.amounts.items():
        days = [day for day, _ in checked.amount.values]
        if len(set(days)) != len(days):
            yield ContentError(f"amounts/{name}.yml", "values", [str(day) for day in days], "each day once")


def _text_faults(content: Content) -> Iterator[ContentError]:
    yield from _difference("labels.yml", "fields", content.texts.fields, FIELDS)
    for name, spec in FIELDS.items():
        label = content.texts.fields.get(name)
        if label is not None:
            values = ("true", "false") if spec.kind == "boolean" else spec.values
            yield from _difference("labels.yml", f"fields.{name}.values", label.values, values)
    for category, words in DOMAIN_WORDS.items():
        if content.texts.fields:  # else labels.yml itself could not be read, which is told already
            yield from _difference("labels.yml", category, content.texts.labels.get(category, {}), get_args(words))
    if content.texts.barriers:
        yield from _difference("barriers", "", content.texts.barriers, BARRIERS)


def _difference(file: str, field: str, found: Collection[str], wanted: Collection[str]) -> Iterator[ContentError]:
    if not found and field == "fields":
        return
    for name in wanted:
        if name not in found:
            yield ContentError(file, f"{field}.{name}".strip("."), None, "a text for it")
    for name in found:
        if name not in wanted:
            yield ContentError(file, f"{field}.{name}".strip("."), name, "one of " + ", ".join(wanted))
