"""From checked content to the types of the core."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from leerroute.catalogue.reference import FieldLabel, Topic
from leerroute.catalogue.schema.measure import MeasureContent, SourceContent, VersionContent
from leerroute.catalogue.schema.question import QuestionContent
from leerroute.catalogue.schema.requirement import RequirementContent
from leerroute.catalogue.schema.texts import DatedAmountContent, FieldLabelContent, TopicContent
from leerroute.domain.measure import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    Contact,
    DatedAmount,
    Flexible,
    Measure,
    Placement,
    Requirement,
    Source,
    Text,
    Version,
    WeeklyHours,
    Window,
)
from leerroute.domain.profile import Value
from leerroute.domain.question import Answer, Question


def requirement_of(content: RequirementContent) -> Requirement:
    """One node of the tree, with all below it."""
    if content.any_of is not None:
        return AnyOf(requirements_of(content.any_of), content.reason)
    if content.all_of is not None:
        return AllOf(requirements_of(content.all_of), content.reason)
    ((operator, value),) = content.operators().items()
    return Condition(content.field or "", operator, tuple(value) if isinstance(value, list) else value, content.reason)


def requirements_of(contents: Sequence[RequirementContent]) -> tuple[Requirement, ...]:
    """The nodes in their order."""
    return tuple(requirement_of(content) for content in contents)


def _version_of(content: VersionContent) -> Version:
    amount = content.amount
    return Version(
        first_day=content.from_,
        last_day=content.to,
        exact=content.exact,
        windows=tuple(Window(window.from_, window.to, window.label) for window in content.windows),
        amount=None if amount is None else Amount(amount.minimum, amount.maximum, text_of(amount.text)),
    )


def source_of(content: SourceContent) -> Source:
    """Where a claim comes from."""
    return Source(content.claim, tuple(content.references), content.mark, content.confidence, content.checked_on)


def text_of(texts: object) -> Text:
    """A text by language."""
    return cast("Text", texts)  # the keys are languages; a mapping is invariant in its keys


def maybe_text_of(texts: object | None) -> Text | None:
    """A text that may be left out."""
    return None if texts is None else text_of(texts)


def measure_of(content: MeasureContent) -> Measure:
    """The measure as the core judges it. `not-when` has been checked to hold plain conditions only."""
    return Measure(
        id=content.id,
        name=text_of(content.name),
        summary=text_of(content.summary),
        next_step=text_of(content.next_step),
        applicants=tuple(content.applicants),
        versions=tuple(_version_of(version) for version in content.versions),
        placement=Placement(
            content.route.purpose,
            requirements_of(content.route.useful_when),
            content.route.rank,
            requirements_of(content.route.not_useful_when),
        ),
        aliases=tuple(content.aliases),
        kinds=tuple(content.kinds),
        levels=tuple(content.levels),
        provider=content.provider,
        varies_locally=content.varies_locally,
        conditions=requirements_of(content.conditions),
        not_when=cast("tuple[Condition, ...]", requirements_of(content.not_when)),
        check_yourself=tuple(text_of(texts) for texts in content.check_yourself),
        permission_from=content.permission_from,
        flexible=Flexible(content.flexible.time, content.flexible.place, content.flexible.start),
        learning_form=content.learning_form,
        hours_per_week=maybe_text_of(content.hours_per_week),
        weekly_hours=WeeklyHours(**content.weekly_hours.model_dump()) if content.weekly_hours else None,
        duration=maybe_text_of(content.duration),
        costs_money=content.costs_money,
        barriers=tuple(content.barriers),
        solutions=tuple(content.solutions),
        target_groups=tuple(content.target_groups),
        replaced_by=tuple(content.replaced_by),
        excludes=tuple(content.excludes),
        contact=Contact(**content.contact.model_dump()),
        sources=tuple(source_of(source) for source in content.sources),
        checked_on=content.checked_on,
        confidence=content.confidence,
        recommendable=content.recommendable,
        mentioned_in_article=content.mentioned_in_article,
        municipalities=tuple(content.municipalities),
    )


def question_of(content: QuestionContent) -> Question:
    """The question as the interview asks it."""
    return Question(
        field=content.field,
        text=text_of(content.text),
        why=text_of(content.why),
        answers=tuple(
            Answer(_answer_value(answer.value), text_of(answer.title), answer.likelihood, answer.likelihood_then)
            for answer in content.answers
        ),
        input=content.input,
        sensitive=content.sensitive,
        ask_when=requirements_of(content.ask_when),
        likely_when=requirements_of(content.likely_when),
        rank=content.rank,
    )


def _answer_value(value: bool | int | str | list[str]) -> Value:
    return tuple(value) if isinstance(value, list) else value


def amount_of(content: DatedAmountContent) -> DatedAmount:
    """The amount with its values, oldest first."""
    values = sorted((value.from_, value.value) for value in content.values)
    return DatedAmount(content.id, content.unit, tuple(values), content.source)


def topic_of(content: TopicContent) -> Topic:
    """A barrier, solution or target group."""
    texts = (text_of(content.name), text_of(content.explanation), text_of(content.rationale))
    return Topic(content.id, *texts, source=content.source)


def field_label_of(content: FieldLabelContent) -> FieldLabel:
    """The name of a field and of its values."""
    return FieldLabel(text_of(content.name), {value: text_of(texts) for value, texts in content.values.items()})
