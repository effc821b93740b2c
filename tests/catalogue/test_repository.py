"""What actions and API ask of the catalogue, on SQLite and on PostgreSQL."""

from datetime import date

import pytest

from leerroute.catalogue import CatalogueRepository
from leerroute.catalogue.listing import Filter
from leerroute.domain.eligibility import status_on
from leerroute.domain.profile import FIELDS
from leerroute.domain.question import BARRIER_PREFIX

TODAY = date(2026, 11, 23)
STATUSES = ("open", "window-closed", "not-yet", "ended", "varies-locally")


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("en het STAP-budget dan?", "stap-budget"),
        ("En het stap budget dan", "stap-budget"),
        ("bestaat stapbudget nog?", "stap-budget"),
        ("en STAP?", "stap-budget"),
        ("en stap dan", "stap-budget"),
        ("Slim regeling", "slim-mkb-individueel"),
        ("wat is slim?", "slim-mkb-individueel"),
        ("hoe zit het met de slim scholingssubsidie", "slim-scholingssubsidie"),
        ("wat is een LEVEN LANG LEREN KREDIET precies", "levenlanglerenkrediet"),
        ("levenlanglerenkredit", "levenlanglerenkrediet"),
        ("wat doet het werkcentrm", "werkcentrum"),
        ("kan ik naar een leer-werk-loket", "leerwerkloket"),
        ("ik wil een stap vooruit zetten", None),
        ("dat is niet slim van mij", None),
        ("mijn oom heeft schulden", None),
        ("ik doe vrijwilligerswerk bij de voetbalclub", None),
        ("what can I do now", None),
        ("ik ben 58, werkloos sinds maart en heb geen diploma, en ik heb schulden", None),
        ("'; DROP TABLE measures; --", None),
        ("🙂", None),
        ("", None),
    ],
)
def test_a_measure_that_is_named_in_a_sentence(
    repository: CatalogueRepository, sentence: str, measure: str | None
) -> None:
    assert repository.find_named(sentence) == measure


def test_every_name_and_alias_finds_its_own_measure(repository: CatalogueRepository) -> None:
    for measure in repository.catalogue().measures.values():
        for alias in (measure.id, *measure.aliases):
            assert repository.find_named(f"wat is {alias}?") == measure.id, alias


def test_a_very_long_sentence_is_read_in_bounded_time(repository: CatalogueRepository) -> None:
    assert repository.find_named("blauwe fietsen rijden langs de dijk " * 300) is None


@pytest.mark.parametrize(
    ("query", "measure"),
    [
        ("subsidies", "subsidie-praktijkleren-bbl"),
        ("scholing", "slim-scholingssubsidie"),
        ("schulden", "geldfit"),
        ("STAP", "stap-budget"),
        ("lening duo", "levenlanglerenkrediet"),
        ("levenlanglerenkredit", "levenlanglerenkrediet"),
        ("heftruck", "stl-soob"),
        ("nederlands leren", "taalhuis"),
        ("Nederlandse taal", "taalhuis"),
        ("kredieten", "levenlanglerenkrediet"),
    ],
)
def test_search_finds_other_forms_and_parts_of_words(repository: CatalogueRepository, query: str, measure: str) -> None:
    assert measure in repository.search(query)


def test_search_gives_names_before_texts(repository: CatalogueRepository) -> None:
    first = repository.search("schuldhulpverlening")[0]
    assert first == "schuldhulpverlening"


def test_a_word_inside_an_ordinary_word_is_no_hit(repository: CatalogueRepository) -> None:
    found = repository.search("taal")
    assert "taalhuis" in found
    assert "levenlanglerenkrediet" not in found  # "betaalt"


@pytest.mark.parametrize("query", ['"', "' OR 1=1 --", "a* NEAR b", "%", "_", "(", "NOT", "🙂", "x" * 5000, "\x00"])
def test_search_takes_signs_as_text(repository: CatalogueRepository, query: str) -> None:
    assert len(repository.search(query)) < 100


@pytest.mark.parametrize("on", [TODAY, date(2023, 6, 1), date(2030, 1, 1)])
def test_the_statuses_of_a_day_divide_the_catalogue(repository: CatalogueRepository, on: date) -> None:
    measures = repository.catalogue().measures
    totals = {status: repository.list_measures(on, Filter(status)).total for status in STATUSES}
    assert sum(totals.values()) == len(measures)
    ended = repository.list_measures(on, Filter("ended"), size=100)
    assert {item.measure.id for item in ended.items} == {
        name for name, measure in measures.items() if status_on(measure, on)[0] == "ended"
    }


def test_a_list_is_paged_without_gaps(repository: CatalogueRepository) -> None:
    pages = [repository.list_measures(TODAY, page=number, size=30) for number in (1, 2, 3, 4, 5)]
    found = [item.measure.id for page in pages for item in page.items]
    assert [len(page.items) for page in pages] == [30, 30, 30, 10, 0]
    assert len(set(found)) == 100
    assert {page.total for page in pages} == {100}


def test_filters_of_a_list_count_together(repository: CatalogueRepository) -> None:
    page = repository.list_measures(TODAY, Filter(barrier="no-means", solution="funding"), query="subsidie", size=100)
    assert page.items
    for item in page.items:
        assert "no-means" in item.measure.barriers
        assert "funding" in item.measure.solutions
    assert repository.list_measures(TODAY, Filter(target_group="no-such-group")).total == 0


def test_questions_come_lowest_rank_first(repository: CatalogueRepository) -> None:
    questions = repository.questions()
    assert [q.rank for q in questions] == sorted(q.rank for q in questions)
    fields = {q.field for q in questions}
    assert "situation" in fields
    assert any(field.startswith(BARRIER_PREFIX) for field in fields)


def test_every_field_has_a_name_in_both_languages(repository: CatalogueRepository) -> None:
    labels = repository.texts().fields
    assert set(labels) == set(FIELDS)
    assert all({"nl", "en"} <= set(label.name) for label in labels.values())
