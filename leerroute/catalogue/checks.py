"""What one file cannot show by itself: ids that exist, names that clash, dates that fit, answers that can be given."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, get_args

from leerroute.catalogue.errors import ContentError
from leerroute.catalogue.local_checks import check_local
from leerroute.catalogue.measure_checks import Named, alias_faults, measure_faults
from leerroute.catalogue.region_checks import check_regions
from leerroute.catalogue.requirement_checks import RequirementCheck, Vocabulary
from leerroute.domain.measure import Applicant, LearningForm, Phase, Purpose, Status
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


def check(content: Content, named: Named) -> Iterator[ContentError]:
    """Every fault between files; `named` holds the ids by folder, also those of files that could not be read."""
    vocabulary = Vocabulary(
        derived={"targetGroups": sorted(named["target-groups"]), "barriers": BARRIERS},
        amounts=tuple(content.amounts),
        municipalities=tuple(content.regions.municipalities),
        reasons=tuple(content.texts.reasons),
    )
    for measure in content.measures.values():
        yield from measure_faults(measure, f"measures/{measure.id}.yml", named, vocabulary)
    yield from alias_faults(content.measures, content.measures, "measures")
    yield from check_local(content.place_files, content.local, content.measures, content.regions, named, vocabulary)
    for name in content.search_words:
        if name not in named["measures"]:
            yield ContentError("search-words.yml", name, name, "the id of a measure")
    for question in content.questions:
        yield from _question_faults(question, vocabulary)
    yield from _amount_faults(content)
    yield from _text_faults(content)
    yield from check_regions(content.regions)


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
    yield from check.faults(question.likely_when, "likely-when")


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
