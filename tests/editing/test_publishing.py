"""Publishing: live at once and everywhere, or not at all; and who wins when files and edits differ."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerroute.catalogue.edits import sha256
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.loader import load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.editing.publishing import Change, NoReason, Outdated, Publishing
from tests.editing.conftest import NOW

LOAN = "measures/levenlanglerenkrediet.yml"
STAP = "measures/stap-budget.yml"


def live(publishing: Publishing, file: str = LOAN) -> str:
    return publishing.live_text(file) or ""


def change(publishing: Publishing, old: str, new: str, file: str = LOAN) -> Change:
    text = live(publishing, file)
    assert old in text
    return Change(file, text.replace(old, new, 1), sha256(text))


def maximum(engine: Engine, measure: str = "levenlanglerenkrediet") -> float | None:
    amount = CatalogueRepository(engine).catalogue().measures[measure].versions[0].amount
    return amount.maximum if amount else None


def test_a_published_change_is_live_for_everyone_at_once(publishing: Publishing, engine: Engine) -> None:
    elsewhere = CatalogueRepository(engine)
    before = elsewhere.catalogue().measures["levenlanglerenkrediet"]
    (edit,) = publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    after = elsewhere.catalogue().measures["levenlanglerenkrediet"]
    assert before.versions[0].amount.maximum == 13470
    assert after.versions[0].amount.maximum == 13999
    assert (edit.author, edit.why, edit.published_at) == ("noor", "nieuw bedrag", NOW)


def test_history_begins_with_the_file_and_an_old_version_can_come_back(publishing: Publishing, engine: Engine) -> None:
    original = live(publishing)
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    publishing.publish([change(publishing, "13999", "14000")], "sam", "was afgerond", NOW)
    history = publishing.history(LOAN)
    assert [(edit.number, edit.author) for edit in history] == [(3, "sam"), (2, "noor"), (1, "")]
    assert history[-1].text == original
    undone = Change(LOAN, history[-1].text, sha256(live(publishing)), restores=1)
    publishing.publish([undone], "noor", "toch niet", NOW)
    assert maximum(engine) == 13470
    assert [edit.restores for edit in publishing.history(LOAN)] == [1, None, None, None]


def test_edits_survive_a_restart(publishing: Publishing, engine: Engine, folder: Path) -> None:
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    assert load(engine, folder).changed is False
    (folder / "measures" / "geldfit.yml").write_text(
        (folder / "measures" / "geldfit.yml").read_text() + "# a new release\n"
    )
    loaded = load(engine, folder)
    assert (loaded.changed, loaded.conflicts) == (True, ())
    assert maximum(engine) == 13999


def test_a_file_that_changed_under_an_edit_is_told_and_the_edit_counts(
    publishing: Publishing, engine: Engine, folder: Path
) -> None:
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    path = folder / LOAN
    path.write_text(path.read_text().replace("13470", "15000"))
    assert load(engine, folder).conflicts == (LOAN,)
    assert maximum(engine) == 13999
    assert "15000" in publishing.conflicts()[LOAN]
    chosen = Change(LOAN, publishing.conflicts()[LOAN], sha256(live(publishing)))
    publishing.publish([chosen], "noor", "het bestand klopt", NOW)
    assert publishing.conflicts() == {}
    assert load(engine, folder).conflicts == ()
    assert maximum(engine) == 15000


def test_an_edit_that_came_home_in_the_files_makes_way_for_newer_files(
    publishing: Publishing, engine: Engine, folder: Path
) -> None:
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    path = folder / LOAN
    path.write_text(live(publishing))
    assert load(engine, folder).conflicts == ()
    path.write_text(path.read_text().replace("13999", "15000"))
    assert load(engine, folder).conflicts == ()
    assert maximum(engine) == 15000
    assert [edit.origin for edit in publishing.history(LOAN)] == ["files", "files", "files"]


BAD = [
    ("levenlanglerenkrediet", "to: null", "to: 2016-01-01", "versions.0.to"),
    ("levenlanglerenkrediet", "from: 2017-08-01", "from: gisteren", "versions.0.from"),
    ("levenlanglerenkrediet", "windows: []", "windows: [{from: 2016-01-01, to: 2016-02-01}]", "versions.0.windows.0"),
    ("levenlanglerenkrediet", "field: age", "field: shoeSize", "conditions.0.field"),
    ("levenlanglerenkrediet", "nl: Je leent", "nl: <script>alert(1)</script> Je leent", "summary.nl"),
    ("levenlanglerenkrediet", "nl: Je leent", "nl: " + "Je leent " * 250_000, ""),
    ("levenlanglerenkrediet", "replaced-by: []", "replaced-by: [weg]", "replaced-by.0"),
    ("slim-scholingssubsidie", "to: 2025-12-31", "to: 2026-12-31", "versions"),
]


@pytest.mark.parametrize(("measure", "old", "new", "field"), BAD, ids=[bad[3] or "size" for bad in BAD])
def test_bad_content_is_named_and_changes_nothing(
    publishing: Publishing, engine: Engine, measure: str, old: str, new: str, field: str
) -> None:
    file = f"measures/{measure}.yml"
    before = CatalogueRepository(engine).revision()
    with pytest.raises(ContentErrors) as caught:
        publishing.publish([change(publishing, old, new, file)], "noor", "fout", NOW)
    assert (file, field) in {(error.file, error.field) for error in caught.value.errors}
    assert CatalogueRepository(engine).revision() == before
    assert publishing.history(file) == ()


def test_several_changes_are_published_together_or_not_at_all(publishing: Publishing, engine: Engine) -> None:
    good = change(publishing, "13470", "13999")
    bad = change(publishing, "maximum: 1000", "maximum: veel", STAP)
    with pytest.raises(ContentErrors):
        publishing.publish([good, bad], "noor", "twee tegelijk", NOW)
    assert maximum(engine) == 13470


def test_who_publishes_second_on_the_same_version_is_told(publishing: Publishing, engine: Engine) -> None:
    changes = [change(publishing, "13470", str(amount)) for amount in (13500, 13600, 13700)]

    def publish(one: Change) -> bool:
        try:
            publishing.publish([one], "noor", "tegelijk", NOW)
        except Outdated:
            return False
        return True

    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(publish, changes))
    assert sorted(done) == [False, False, True]
    assert f"maximum: {int(maximum(engine) or 0)}" in changes[done.index(True)].text


@pytest.mark.parametrize("why", ["", "  \n ", "x" * 1001])
def test_without_a_reason_nothing_is_published(publishing: Publishing, engine: Engine, why: str) -> None:
    with pytest.raises(NoReason):
        publishing.publish([change(publishing, "13470", "13999")], "noor", why, NOW)
    assert maximum(engine) == 13470
