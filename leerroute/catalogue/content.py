"""All content, read from its folder, checked, and in the types of the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from leerroute.catalogue import translating
from leerroute.catalogue.checks import check
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.local import LocalContent, PlaceFiles, read_local, resolved
from leerroute.catalogue.reading import Reader
from leerroute.catalogue.reference import Texts, Topic
from leerroute.catalogue.region_content import RegionContent, read_regions
from leerroute.catalogue.schema.base import LANGUAGES
from leerroute.catalogue.schema.measure import MeasureContent
from leerroute.catalogue.schema.question import QuestionContent
from leerroute.catalogue.schema.texts import (
    DatedAmountContent,
    EverydayWordsContent,
    IndicatorsContent,
    LabelsContent,
    ReasonsContent,
    SearchWordsContent,
    TopicContent,
)
from leerroute.domain.measure import Catalogue, DatedAmount, Measure
from leerroute.domain.question import Question

__all__ = ["LANGUAGES", "CheckedAmount", "Content", "EverydayWords", "content_from", "read_content"]

LINKED = ("measures", "barriers", "solutions", "target-groups")
LABEL_CATEGORIES = (
    "phases",
    "purposes",
    "statuses",
    "eligibility",
    "applicants",
    "learning_forms",
    "quick_replies",
    "totals",
    "terms",
    "talk",
    "opening_hours",
)


@dataclass(frozen=True, slots=True)
class CheckedAmount:
    """A dated amount with how it was checked; the core only needs the amount."""

    amount: DatedAmount
    mark: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """Names that are ordinary words too; words near which, and words among which, they are meant as a name."""

    words: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """Everything that the database holds of the content."""

    measures: Mapping[str, Measure]
    amounts: Mapping[str, CheckedAmount]
    questions: tuple[Question, ...]
    texts: Texts
    everyday: EverydayWords
    regions: RegionContent
    place_files: Mapping[str, PlaceFiles] = field(default_factory=dict)
    search_words: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def local(self) -> LocalContent:
        """What municipalities and regions add or say otherwise."""
        return resolved(self.place_files, self.measures, self.regions)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the core judges."""
        return Catalogue(self.measures, {name: checked.amount for name, checked in self.amounts.items()})


def read_content(
    folder: Path, progress: Callable[[str], None] = lambda _name: None, edits: Mapping[str, str] | None = None
) -> Content:
    """Read and check everything; `progress` gets the name of each file. Raises ContentErrors with every fault.

    `edits` are texts by file name that count in place of the files.
    """
    reader = Reader(folder, progress, edits)
    content = content_from(reader)
    reader.refuse_unread_files()
    errors = [*reader.errors, *check(content, {name: reader.names(name) for name in LINKED})]
    if errors:
        raise ContentErrors(errors)
    return content


def content_from(reader: Reader) -> Content:
    """What could be read; the faults are kept by the reader, a file with a fault is left out."""
    measures = reader.folder("measures", MeasureContent, lambda content: content.id)
    questions = reader.folder("questions", QuestionContent, lambda content: content.field.replace(":", "-"))
    amounts = reader.folder("amounts", DatedAmountContent, lambda content: content.id)
    return Content(
        measures={name: translating.measure_of(content) for name, content in measures.items()},
        amounts={
            name: CheckedAmount(translating.amount_of(content), content.mark, content.checked_on)
            for name, content in amounts.items()
        },
        questions=tuple(translating.question_of(content) for content in questions.values()),
        texts=_texts(reader),
        everyday=_everyday(reader),
        regions=read_regions(reader),
        place_files=read_local(reader),
        search_words=_search_words(reader),
    )


def _everyday(reader: Reader) -> EverydayWords:
    content = reader.file("everyday-words.yml", EverydayWordsContent)
    if content is None:
        return EverydayWords()
    return EverydayWords(tuple(content.words), tuple(content.cues), tuple(content.fillers))


def _search_words(reader: Reader) -> dict[str, list[str]]:
    content = reader.file("search-words.yml", SearchWordsContent)
    return {} if content is None else content.root


def _texts(reader: Reader) -> Texts:
    reasons = reader.file("reasons.yml", ReasonsContent)
    labels = reader.file("labels.yml", LabelsContent)
    indicators = reader.file("indicators.yml", IndicatorsContent)
    categories = {name.replace("_", "-"): dict(getattr(labels, name)) for name in LABEL_CATEGORIES if labels}
    categories["indicators"] = dict(indicators.root) if indicators else {}
    return Texts(
        reasons=dict(reasons.root) if reasons else {},  # type: ignore[arg-type]
        fields={name: translating.field_label_of(label) for name, label in labels.fields.items()} if labels else {},
        labels=categories,
        barriers=_topics(reader, "barriers"),
        solutions=_topics(reader, "solutions"),
        target_groups=_topics(reader, "target-groups"),
    )


def _topics(reader: Reader, folder: str) -> dict[str, Topic]:
    contents = reader.folder(folder, TopicContent, lambda content: content.id)
    return {name: translating.topic_of(content) for name, content in contents.items()}
