"""Content goes into SQL wholly or not at all, once, and comes out as it went in."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update

from leerroute.catalogue import CatalogueNotLoaded, CatalogueRepository
from leerroute.catalogue.content import Content
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.loader import load
from leerroute.catalogue.tables import TABLES
from leerroute.catalogue.tables.measures import MeasureRow
from leerroute.database import make_engine, upgrade, writing


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An up-to-date database of its own without content."""
    sqlite = f"sqlite:///{tmp_path / 'empty.db'}"
    url = sqlite if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    engine = make_engine(url)
    upgrade(engine)
    yield engine
    engine.dispose()


def row_counts(engine: Engine) -> dict[str, int]:
    """How many rows each table holds."""
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES
        }


def test_what_comes_out_of_sql_is_what_stands_in_the_files(repository: CatalogueRepository, content: Content) -> None:
    stored = repository.catalogue()
    for name, measure in content.measures.items():
        assert stored.measures[name] == measure, name
    assert stored == content.catalogue
    assert repository.texts() == content.texts
    assert {q.field: q for q in repository.questions()} == {q.field: q for q in content.questions}
    assert {m.code: m for m in repository.municipalities()} == content.regions.municipalities


def test_no_table_stays_empty_that_the_content_fills(engine: Engine) -> None:
    empty_tables = {name for name, count in row_counts(engine).items() if count == 0}
    assert empty_tables <= {"measure_municipalities", "local_desks"}  # no local content is shipped


def test_loading_again_changes_nothing(empty: Engine, folder: Path) -> None:
    first = load(empty, folder)
    counts = row_counts(empty)
    again = load(empty, folder)
    assert first.changed
    assert not again.changed
    assert again.revision == first.revision
    assert row_counts(empty) == counts


def test_changed_content_takes_the_place_of_the_former(empty: Engine, folder: Path) -> None:
    first = load(empty, folder)
    counts = row_counts(empty)
    path = folder / "measures" / "geldfit.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("rank: ", "rank: 1", 1), encoding="utf-8")
    repository = CatalogueRepository(empty)
    before = repository.catalogue().measures["geldfit"].placement.rank
    second = load(empty, folder)
    assert second.changed
    assert second.revision != first.revision
    assert row_counts(empty) == counts
    assert repository.catalogue().measures["geldfit"].placement.rank != before
    assert repository.revision() == second.revision


def test_wrong_content_leaves_the_database_as_it_was(empty: Engine, folder: Path) -> None:
    load(empty, folder)
    counts, revision = row_counts(empty), CatalogueRepository(empty).revision()
    (folder / "measures" / "geldfit.yml").write_text("id: geldfit", encoding="utf-8")
    with pytest.raises(ContentErrors):
        load(empty, folder)
    assert row_counts(empty) == counts
    assert CatalogueRepository(empty).revision() == revision


SPOILED = {
    "versions that overlap": (
        "versions:\n",
        "versions:\n  - {from: 2020-01-01, to: null, exact: true, windows: [], amount: null}\n",
    ),
    "an id that is nowhere": ("replaced-by: []", "replaced-by: [does-not-exist]"),
    "a window outside its version": ("windows: []", "windows: [{from: 2016-01-01, to: 2016-02-01, label: null}]"),
    "a condition on an unknown field": ("{field: age, below: 57}", "{field: shoeSize, below: 57}"),
    "a date that is none": ("from: 2017-08-01", "from: 2017-02-30"),
    "two million letters": ("  nl: Je leent geld", "  nl: " + "a" * 2_000_000 + " Je leent geld"),
    "script in a text": ("  nl: Je leent geld", "  nl: <script>alert(1)</script> Je leent geld"),
}


def test_no_kind_of_wrong_content_touches_what_is_live(empty: Engine, folder: Path) -> None:
    load(empty, folder)
    repository = CatalogueRepository(empty)
    catalogue, counts, revision = repository.catalogue(), row_counts(empty), repository.revision()
    path = folder / "measures" / "levenlanglerenkrediet.yml"
    right = path.read_text(encoding="utf-8")
    for kind, (old, new) in SPOILED.items():
        assert old in right, kind
        path.write_text(right.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ContentErrors) as caught:
            load(empty, folder)
        assert any(error.file == "measures/levenlanglerenkrediet.yml" for error in caught.value.errors), kind
        assert row_counts(empty) == counts, kind
        after = CatalogueRepository(empty)
        assert after.revision() == revision, kind
        assert after.catalogue() == catalogue, kind


def test_a_failure_while_storing_leaves_nothing_half_loaded(
    empty: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(empty, folder)
    counts, revision = row_counts(empty), CatalogueRepository(empty).revision()
    path = folder / "indicators.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("leerroute.catalogue.loader.write_questions", fails)
    with pytest.raises(OSError, match="disk full"):
        load(empty, folder)
    assert row_counts(empty) == counts
    assert CatalogueRepository(empty).revision() == revision


def test_without_content_the_repository_says_what_to_do(empty: Engine) -> None:
    with pytest.raises(CatalogueNotLoaded, match=r"python -m leerroute\.catalogue load"):
        CatalogueRepository(empty).catalogue()


def test_the_catalogue_is_kept_until_the_revision_changes(empty: Engine, folder: Path) -> None:
    load(empty, folder)
    repository = CatalogueRepository(empty)
    first = repository.catalogue()
    with writing(empty) as connection:  # behind the back of the loader: the revision stays
        connection.execute(update(MeasureRow).where(MeasureRow.id == "geldfit").values(rank=999))
    assert repository.catalogue() is first


def test_asking_the_catalogue_again_is_fast(repository: CatalogueRepository) -> None:
    repository.catalogue()
    times = []
    for _ in range(50):
        started = time.perf_counter()
        repository.catalogue()
        times.append(time.perf_counter() - started)
    assert sorted(times)[len(times) // 2] < 0.005  # 1 ms on a quiet machine; tests may share theirs


def test_a_first_load_takes_seconds_not_minutes(empty: Engine) -> None:
    started = time.perf_counter()
    load(empty)
    assert time.perf_counter() - started < 20


def test_several_processes_may_load_at_once(empty: Engine, folder: Path) -> None:
    engines = [make_engine(empty.url) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        loaded = list(pool.map(lambda engine: load(engine, folder), engines))
    for engine in engines:
        engine.dispose()
    assert sum(outcome.changed for outcome in loaded) == 1
    assert len({outcome.revision for outcome in loaded}) == 1
