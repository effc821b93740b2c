"""A round along all addresses of a catalogue: what is kept, what is told, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from typer.testing import CliRunner

from leerroute.catalogue.loader import load
from leerroute.catalogue.tables.measures import MeasureRow, SourceReferenceRow
from leerroute.catalogue.tables.regions import DeskRow
from leerroute.database import make_engine, reading, upgrade, writing
from leerroute.links.__main__ import OFFLINE, SOMETHING_BROKEN, app
from leerroute.links.addresses import Use
from leerroute.links.keeping import LinkCheck, kept_checks
from leerroute.links.outcome import Kind, Outcome
from leerroute.links.round import Report, go_round
from leerroute.links.troubles import troubles
from tests.links.conftest import Answer, FakeClock, Site

FINE, GONE = Outcome(Kind.FINE, 200), Outcome(Kind.GONE, 404)
DAY = 86_400
ONE, TWO, DESK = "https://een.example/a", "https://een.example/b", "https://loket.example/"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A catalogue with three addresses: of two measures, and of a desk."""
    made = f"sqlite:///{tmp_path / 'links.db'}"
    engine = make_engine(made)
    upgrade(engine)
    load(engine)
    with writing(engine) as connection:
        connection.execute(update(SourceReferenceRow).values(reference="een boek"))
        connection.execute(update(MeasureRow).values(url=None))
        connection.execute(
            update(DeskRow).values(url=None, evidence="", werkcentrum_url="", leerwerkloket_url=DESK + "#top")
        )
        for measure, address in (("geldfit", ONE), ("taalhuis", TWO)):
            connection.execute(update(MeasureRow).where(MeasureRow.id == measure).values(url=address))
    engine.dispose()
    return made


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = make_engine(url)
    yield made
    made.dispose()


@pytest.fixture
def go(engine: Engine, clock: FakeClock) -> Callable[..., Report]:
    """Goes round with what each address would say; FINE when nothing is given."""

    def gone_round(said: dict[str, Outcome] | None = None, skip_days: int = 0) -> Report:
        return go_round(
            engine, lambda address: (said or {}).get(address, FINE), clock, at_once=2,
            skip_younger=timedelta(days=skip_days), starting=lambda _: None, progress=lambda _: None,
        )  # fmt: skip

    return gone_round


def checks(engine: Engine) -> dict[str, LinkCheck]:
    with reading(engine) as connection:
        return kept_checks(connection)


def test_every_address_is_looked_at_with_where_it_stands(go: Callable[..., Report]) -> None:
    report = go()
    assert set(report.uses) == {ONE, TWO, DESK}
    assert report.uses[ONE] == {Use("measure", "geldfit")}
    assert report.kinds == {Kind.FINE: 3}
    assert report.broken == []


def test_broken_since_stays_until_it_works_again(go: Callable[..., Report], engine: Engine, clock: FakeClock) -> None:
    go({ONE: GONE})
    first = checks(engine)[ONE].broken_since
    clock.now += DAY
    go({ONE: Outcome(Kind.SITE_ERROR, 500)})
    assert first is not None
    assert checks(engine)[ONE].broken_since == first
    clock.now += DAY
    go()
    assert checks(engine)[ONE].broken_since is None
    assert checks(engine)[ONE].fine_at == clock.moment()


def test_what_was_fine_not_long_ago_can_be_left_out(go: Callable[..., Report], clock: FakeClock) -> None:
    go({ONE: GONE})
    clock.now += DAY
    report = go({ONE: GONE}, skip_days=7)
    assert (report.kinds, report.skipped) == ({Kind.GONE: 1}, 2)
    assert [check.url for check in report.broken] == [ONE]


def test_without_a_network_nothing_is_noted(go: Callable[..., Report], engine: Engine) -> None:
    lost = Outcome(Kind.UNREACHABLE)
    report = go({ONE: lost, TWO: lost, DESK: lost})
    assert report.offline
    assert checks(engine) == {}


def test_when_a_host_cannot_be_reached_its_other_addresses_are_not_asked_for(go: Callable[..., Report]) -> None:
    report = go({ONE: Outcome(Kind.UNREACHABLE)})
    assert report.kinds == {Kind.UNREACHABLE: 2, Kind.FINE: 1}


def test_one_address_that_makes_the_program_fail_holds_up_no_other(engine: Engine, clock: FakeClock) -> None:
    def fails(address: str) -> Outcome:
        if address == ONE:
            raise RuntimeError("a fault of ours")
        return FINE

    report = go_round(
        engine, fails, clock, at_once=1, skip_younger=timedelta(0), starting=lambda _: None, progress=lambda _: None
    )
    assert (report.left, report.kinds) == (1, {Kind.FINE: 2})


def test_an_address_that_left_the_catalogue_is_forgotten(go: Callable[..., Report], engine: Engine) -> None:
    go({ONE: GONE})
    with writing(engine) as connection:
        connection.execute(update(MeasureRow).where(MeasureRow.url == ONE).values(url=None))
    go()
    assert set(checks(engine)) == {TWO, DESK}


def test_troubles_are_by_measure_with_the_broken_ones_first(go: Callable[..., Report], engine: Engine) -> None:
    go({ONE: Outcome(Kind.REFUSED, 403), TWO: GONE, DESK: GONE})
    with reading(engine) as connection:
        found = troubles(connection)
    assert (found.broken("geldfit"), found.broken("taalhuis")) == (False, True)
    assert [check.url for check in found.of_measures["geldfit"]] == [ONE]
    assert [check.url for check, uses in found.elsewhere if uses] == [DESK]


def run(url: str, *options: str) -> tuple[int, str]:
    always = ("--contact", "https://gemeente.example", "--pause", "0", "--timeout", "1", "--database", url)
    answer = CliRunner().invoke(app, [*always, *options])
    return answer.exit_code, answer.output


def test_the_command_tells_what_is_broken_and_where(url: str, engine: Engine, site: Site) -> None:
    with writing(engine) as connection:
        connection.execute(update(DeskRow).values(leerwerkloket_url=site.says("/loket", Answer())))
        for measure, path, status in (("geldfit", "/weg", 404), ("taalhuis", "/goed", 200)):
            address = site.says(path, Answer(status))
            connection.execute(update(MeasureRow).where(MeasureRow.id == measure).values(url=address))
    code, output = run(url, "--also-private")
    assert code == SOMETHING_BROKEN
    assert f"gone 404  {site.url}/weg  (measure geldfit)" in output
    assert "Broken: 1." in output
    site.says("/weg", Answer())
    assert run(url, "--also-private")[0] == 0


def test_the_command_says_that_there_is_no_network(url: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leerroute.links.asking.ATTEMPTS", 1)
    with writing(engine) as connection:
        for measure, address in (("geldfit", "http://a.invalid/"), ("taalhuis", "http://b.invalid/")):
            connection.execute(update(MeasureRow).where(MeasureRow.id == measure).values(url=address))
        connection.execute(update(DeskRow).values(leerwerkloket_url=""))
    code, output = run(url, "--also-private")
    assert code == OFFLINE
    assert "Nothing was noted" in output
