"""Sources that were looked at long ago are listed, and a publisher notes that they were looked at today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from api.editing.frame import words
from leerroute.catalogue.content import read_content
from leerroute.catalogue.loader import CONTENT
from leerroute.database import make_engine, reading, writing
from leerroute.editing.checking import checked, checks
from leerroute.editing.documents import data_of, with_data
from leerroute.links.addresses import used_addresses
from leerroute.links.keeping import keep
from leerroute.links.outcome import BROKEN, LOOK, Kind, Outcome
from tests.api.editing.conftest import Screens

Visit = Callable[..., Screens]
MEASURE = "geldfit"


def mark(html: str, measure: str) -> str:
    form = html.split(f'action="/beheer/bronnen/{measure}"')[1]
    found = re.search(r'name="geldt" value="([0-9a-f]{64})"', form)
    assert found
    return found[1]


def test_nothing_is_listed_while_all_checks_hold(visit: Visit) -> None:
    html = visit("noor").get("/beheer/bronnen").text
    assert "0 maatregelen moeten" in html
    assert f"/beheer/bronnen/{MEASURE}" not in html


def test_who_publishes_notes_a_check(visit: Visit) -> None:
    screens = visit("noor")
    html = screens.get("/beheer/bronnen?toon=alle").text
    done = screens.send(f"/beheer/bronnen/{MEASURE}", geldt=mark(html, MEASURE), waarom="gebeld, klopt nog")
    assert done.status_code == 200
    assert "genoteerd dat je de bronnen hebt nagekeken" in done.text
    history = screens.get(f"/beheer/maatregelen/{MEASURE}/geschiedenis").text
    assert "gebeld, klopt nog" in history
    assert "noor op" in history


def test_an_editor_sees_the_list_and_notes_nothing(visit: Visit) -> None:
    screens = visit("sam")
    html = screens.get("/beheer/bronnen?toon=alle").text
    assert 'name="waarom"' not in html
    assert screens.send(f"/beheer/bronnen/{MEASURE}", geldt="", waarom="toch").status_code == 403


@pytest.mark.parametrize(("given", "status"), [({"waarom": ""}, 422), ({"geldt": "0" * 64}, 409)])
def test_without_a_reason_or_when_it_changed_nothing_is_noted(
    visit: Visit, given: dict[str, object], status: int
) -> None:
    screens = visit("noor")
    html = screens.get("/beheer/bronnen?toon=alle").text
    values: dict[str, object] = {"geldt": mark(html, MEASURE), "waarom": "nagekeken", **given}
    answer = screens.send(f"/beheer/bronnen/{MEASURE}", **values)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert "noor op" not in screens.get(f"/beheer/maatregelen/{MEASURE}/geschiedenis").text


def test_the_longest_ago_comes_first_and_counts_from_the_day_after() -> None:
    measures = read_content(CONTENT).measures
    days = [measure.checked_on for measure in measures.values() if measure.checked_on]
    first = min(days)
    after = timedelta(days=180)
    assert not any(check.stale for check in checks(measures.values(), first + after, after) if check.measure.checked_on)
    found = checks(measures.values(), first + after + timedelta(days=1), after)
    assert any(check.stale and check.measure.checked_on == first for check in found)
    known = [check.measure.checked_on for check in found if check.measure.checked_on]
    assert known == sorted(known)


def test_only_the_days_of_a_file_change() -> None:
    text = (CONTENT / "measures" / f"{MEASURE}.yml").read_text(encoding="utf-8")
    file = f"measures/{MEASURE}.yml"
    new = with_data(text, checked(data_of(text, file), date(2027, 2, 1)))
    changed = [(a, b) for a, b in zip(text.splitlines(), new.splitlines(), strict=True) if a != b]
    assert changed
    assert all("checked-on: 2027-02-01" in b and "checked-on" in a for a, b in changed)


@pytest.fixture
def found_broken(editing_url: str) -> str:
    """A round of the link checker found that the page of a measure is gone."""
    engine = make_engine(editing_url)
    with reading(engine) as connection:
        address, uses = next((url, uses) for url, uses in used_addresses(connection).items() if len(uses) == 1)
    with writing(engine) as connection:
        keep(connection, address, Outcome(Kind.GONE, 404, address), datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
        keep(connection, address, Outcome(Kind.GONE, 404, address), datetime(2026, 11, 24, 3, 0, tzinfo=UTC))
    engine.dispose()
    assert {use.where for use in uses} == {"measure"}
    return next(iter(uses)).name


def test_a_broken_link_is_in_the_list_before_it_is_old(found_broken: str, visit: Visit) -> None:
    html = visit("noor").get("/beheer/bronnen").text
    assert "Bij 1 maatregel is een link stuk" in html
    assert f"/beheer/bronnen/{found_broken}" in html
    assert "Deze pagina bestaat niet meer." in html
    assert "code 404, bekeken op 24 november 2026 om 04:00, stuk sinds 22 november 2026 om 04:00" in html


def test_broken_links_come_first(found_broken: str, visit: Visit) -> None:
    html = visit("noor").get("/beheer/bronnen?toon=alle").text
    assert re.findall(r'action="/beheer/bronnen/([a-z0-9-]+)"', html)[0] == found_broken


def test_without_a_round_the_list_says_so(visit: Visit) -> None:
    assert "nog niet door het programma bekeken" in visit("noor").get("/beheer/bronnen").text


def test_every_finding_for_an_editor_has_words() -> None:
    assert set(words()["links"]["kinds"]) == {kind.value for kind in BROKEN | LOOK}
