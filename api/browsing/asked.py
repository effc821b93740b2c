"""What the list was asked for. What cannot be understood counts as not asked, and the page says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from api.browsing.frame import page_language
from api.cleaning import cleaned
from leerroute.catalogue.listing import Filter
from leerroute.catalogue.reference import Municipality, Texts
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.domain.measure import LearningForm, Status

LONGEST = 100
LAST_PAGE = 9_999
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the search form, as they were understood."""

    language: str
    words: str
    barrier: str
    target_group: str
    form: str
    status: str
    on: date
    number: int
    place_typed: str
    places: tuple[Municipality, ...]  # those that may be meant; one is the place, none is the whole country
    wrong_date: str

    @property
    def place(self) -> Municipality | None:
        """The municipality, when it is clear which one."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return Filter(
            status=cast("Status | None", self.status or None),
            barrier=self.barrier or None,
            target_group=self.target_group or None,
            learning_form=cast("LearningForm | None", self.form or None),
        )

    def values(self, **changed: object) -> dict[str, object]:
        """The names and values of the form, for addresses."""
        return {
            "woorden": self.words,
            "belemmering": self.barrier,
            "doelgroep": self.target_group,
            "vorm": self.form,
            "gemeente": self.place.code if self.place else self.place_typed,
            "stand": self.status,
            "datum": self.on.isoformat(),
            "taal": self.language,
            **changed,
        }


def read_asked(given: Mapping[str, str], today: date, texts: Texts, catalogue: CatalogueRepository) -> Asked:
    """Read the query of the address."""
    on, wrong = read_date(given, today)
    typed = _text(given, "gemeente")
    number = given.get("bladzijde", "1")
    return Asked(
        language=page_language(given.get("taal", "")),
        words=_text(given, "woorden"),
        barrier=_one_of(given, "belemmering", texts.barriers),
        target_group=_one_of(given, "doelgroep", texts.target_groups),
        form=_one_of(given, "vorm", get_args(LearningForm)),
        status=_one_of(given, "stand", get_args(Status)),
        on=on,
        number=min(int(number), LAST_PAGE) if number.isascii() and number.isdecimal() and len(number) < 6 else 1,
        place_typed=typed,
        places=meant_places(typed, catalogue),
        wrong_date=wrong,
    )


def read_date(given: Mapping[str, str], today: date) -> tuple[date, str]:
    """The day that was asked for, or today with what was typed instead of a day."""
    typed = _text(given, "datum")
    try:
        on = date.fromisoformat(typed) if typed else today
    except ValueError:
        return today, typed
    return (on, "") if FIRST_YEAR <= on.year <= LAST_YEAR else (today, typed)


def meant_places(typed: str, catalogue: CatalogueRepository) -> tuple[Municipality, ...]:
    """The municipalities that a code, name, village or postcode may mean; the exact ones when there are any."""
    own = catalogue.municipality(typed)
    if own is not None:
        return (own,)
    if not typed:
        return ()
    return (catalogue.municipalities(typed, exact=True) or catalogue.municipalities(typed))[:10]


def _text(given: Mapping[str, str], name: str) -> str:
    return cleaned(given.get(name, "")[:LONGEST]).strip()


def _one_of(given: Mapping[str, str], name: str, known: Collection[str]) -> str:
    value = given.get(name, "")
    return value if value in known else ""
