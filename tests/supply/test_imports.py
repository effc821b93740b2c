"""Imports into SQL: again without change, changed, withdrawn, dry, stopped and gone on; and the command."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from typer.testing import CliRunner

from leerroute.catalogue import CatalogueRepository
from leerroute.catalogue.tables.offers import CourseOfferRow
from leerroute.supply import importing
from leerroute.supply.__main__ import app
from leerroute.supply.importing import Outcome, run_import
from leerroute.supply.records import Found, Import
from tests.supply.conftest import SAMPLES

FILE = SAMPLES / "ooapi5.json"


def stored(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(select(CourseOfferRow.id).order_by(CourseOfferRow.id)).scalars())


def counts(outcome: Outcome) -> tuple[int, int, int, int, int]:
    return outcome.added, outcome.changed, outcome.unchanged, outcome.removed, outcome.refused


def test_the_same_file_again_changes_nothing(engine: Engine, given: Import) -> None:
    assert counts(run_import(engine, "ooapi-5", [FILE], given)) == (3, 0, 0, 0, 3)
    assert counts(run_import(engine, "ooapi-5", [FILE], given)) == (0, 0, 3, 0, 3)
    assert stored(engine) == ["o-1", "o-2", "o-3"]


def test_changed_and_withdrawn_offers_follow_the_file(engine: Engine, given: Import, tmp_path: Path) -> None:
    run_import(engine, "ooapi-5", [FILE], given)
    newer = tmp_path / "newer.json"
    text = (
        FILE.read_text(encoding="utf-8").replace("450.00", "475.00").replace('"offeringId": "o-2"', '"courseId": "x"')
    )
    newer.write_text(text, encoding="utf-8")
    assert counts(run_import(engine, "ooapi-5", [newer], given, dry_run=True)) == (0, 1, 1, 1, 3)
    assert stored(engine) == ["o-1", "o-2", "o-3"], "a dry run writes nothing"
    assert counts(run_import(engine, "ooapi-5", [newer], given)) == (0, 1, 1, 1, 3)
    assert stored(engine) == ["o-1", "o-3"]


def test_sources_do_not_touch_each_other(engine: Engine, given: Import) -> None:
    run_import(engine, "ooapi-5", [FILE], given)
    other = Import("ander", given.find_place, "taalhuis")
    assert run_import(engine, "edu-dex", [SAMPLES / "edudex.xml"], other).removed == 0
    assert len(stored(engine)) == 5


def test_a_stopped_import_goes_on_where_it_was(engine: Engine, given: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(version: str, paths: list[Path], also: Import) -> Iterator[Found]:
        for number, item in enumerate(whole(version, paths, also)):
            if number == 2:
                raise KeyboardInterrupt
            yield item

    whole = importing.READERS["ooapi-5"]
    monkeypatch.setattr(importing, "BATCH", 1)
    monkeypatch.setattr(importing, "READERS", {"ooapi-5": broken})
    with pytest.raises(KeyboardInterrupt):
        run_import(engine, "ooapi-5", [FILE], given)
    assert stored(engine) == ["o-1", "o-2"]
    monkeypatch.setattr(importing, "READERS", {"ooapi-5": whole})
    outcome = run_import(engine, "ooapi-5", [FILE], given)
    assert outcome.resumed_after == 2
    assert counts(outcome) == (3, 0, 0, 0, 3)
    assert stored(engine) == ["o-1", "o-2", "o-3"]


def test_a_file_that_cannot_be_read_changes_nothing(engine: Engine, given: Import, tmp_path: Path) -> None:
    run_import(engine, "ooapi-5", [FILE], given)
    bad = tmp_path / "bad.json"
    bad.write_text("[", encoding="utf-8")
    with pytest.raises(ValueError, match="no JSON"):
        run_import(engine, "ooapi-5", [bad], given)
    assert len(stored(engine)) == 3


def test_the_command(database: str, tmp_path: Path) -> None:
    report = tmp_path / "refused.csv"
    arguments = ["--format", "duo-mbo", "--source", "duo", "--database", database, "--report", str(report)]
    result = CliRunner().invoke(app, ["import", str(SAMPLES / "duo.csv"), *arguments])
    assert result.exit_code == 0, result.output
    assert "3 added, 0 changed, 0 unchanged, 0 removed, 3 refused" in result.output
    assert len(report.read_text(encoding="utf-8").splitlines()) == 4
    assert "duo: 3" in CliRunner().invoke(app, ["sources", "--database", database]).output
    assert "3 courses of duo are gone" in CliRunner().invoke(app, ["remove", "duo", "--database", database]).output


def test_the_command_refuses_an_unknown_measure(database: str) -> None:
    arguments = ["--format", "duo-mbo", "--source", "duo", "--measure", "niets", "--database", database]
    result = CliRunner().invoke(app, ["import", str(SAMPLES / "duo.csv"), *arguments])
    assert result.exit_code == 1
    assert "no measure 'niets'" in result.output


def test_every_measure_that_a_level_leads_to_is_in_the_catalogue(engine: Engine, given: Import) -> None:
    measures = CatalogueRepository(engine).catalogue().measures
    levels = ("mbo1", "mbo2", "mbo3", "mbo4", "ad", "hbo")
    assert {given.measure_for(level, works=works) for level in levels for works in (True, False)} <= set(measures)
    assert given.measure_for("mbo3", whole=True) in measures
