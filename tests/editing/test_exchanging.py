"""Export and import lose nothing: the content of all measures, and every comment."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from leerroute.catalogue.content import read_content
from leerroute.catalogue.errors import ContentErrors
from leerroute.catalogue.files import content_files
from leerroute.catalogue.loader import CONTENT, load
from leerroute.catalogue.repository import CatalogueRepository
from leerroute.database import make_engine, upgrade
from leerroute.editing.__main__ import app
from leerroute.editing.exchanging import export, import_from
from leerroute.editing.publishing import Publishing
from tests.editing.conftest import NOW
from tests.editing.test_publishing import LOAN, change, maximum


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in content_files(folder)}


def test_what_goes_out_and_comes_back_is_the_same(
    publishing: Publishing, engine: Engine, folder: Path, tmp_path: Path
) -> None:
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    out = tmp_path / "out"
    export(publishing, out)
    before, after = texts(folder), texts(out)
    assert {name for name in before if before[name] != after[name]} == {LOAN}
    assert before.keys() == after.keys()
    assert read_content(out).catalogue == CatalogueRepository(engine).catalogue()
    assert import_from(publishing, out, "noor", "niets nieuws", NOW) == ()
    again = tmp_path / "again"
    export(publishing, again)
    assert texts(again) == after


def test_the_content_of_one_database_is_that_of_another(
    publishing: Publishing, engine: Engine, folder: Path, tmp_path: Path
) -> None:
    """Every one of the 100 measures is changed, exported, and imported where nothing was changed yet."""
    changes = [
        change(publishing, "checked-on: 2026-11-23", "checked-on: 2026-12-01", f"measures/{path.name}")
        for path in sorted((folder / "measures").glob("*.yml"))
    ]
    publishing.publish(changes, "noor", "alles nagekeken", NOW)
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    export(publishing, out)
    shutil.copytree(folder, elsewhere)
    other = make_engine(f"sqlite:///{tmp_path / 'other.db'}")
    upgrade(other)
    load(other, elsewhere)
    made = import_from(Publishing(other, elsewhere), out, "sam", "van de andere gemeente", NOW)
    assert len(made) == len(changes) == 100
    assert CatalogueRepository(other).catalogue() == CatalogueRepository(engine).catalogue()
    other.dispose()


def test_exporting_to_the_content_folder_brings_the_edits_home(
    publishing: Publishing, engine: Engine, folder: Path
) -> None:
    publishing.publish([change(publishing, "13470", "13999")], "noor", "nieuw bedrag", NOW)
    assert export(publishing, folder) == (LOAN,)
    assert load(engine, folder).conflicts == ()
    assert publishing.overlay() == {}
    assert maximum(engine) == 13999


def test_a_folder_with_one_bad_file_is_not_imported_at_all(
    publishing: Publishing, engine: Engine, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    export(publishing, out)
    loan, stap = out / LOAN, out / "measures" / "stap-budget.yml"
    loan.write_text(loan.read_text().replace("13470", "13999"))
    stap.write_text(stap.read_text().replace("maximum: 1000", "maximum: veel"))
    with pytest.raises(ContentErrors) as caught:
        import_from(publishing, out, "noor", "fout", NOW)
    assert {(error.file, error.field) for error in caught.value.errors} == {
        ("measures/stap-budget.yml", "versions.0.amount.maximum")
    }
    assert maximum(engine) == 13470


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 2_000_000], ids=["not UTF-8", "two million letters"])
def test_a_file_that_cannot_be_read_is_named(publishing: Publishing, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in" / "measures").mkdir(parents=True)
    (tmp_path / "in" / LOAN).write_bytes(content)
    with pytest.raises(ContentErrors) as caught:
        import_from(publishing, tmp_path / "in", "noor", "fout", NOW)
    assert [error.file for error in caught.value.errors] == [LOAN]


def test_the_commands_export_import_and_set_aside(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'test.db'}"
    engine = make_engine(database)
    upgrade(engine)
    load(engine)

    def run(*words: str) -> str:
        done = CliRunner().invoke(app, [*words, "--database", database])
        assert done.exit_code == 0, done.output
        return done.output

    out = tmp_path / "out"
    run("export", str(out))
    assert texts(out) == texts(CONTENT)
    path = out / LOAN
    path.write_text(path.read_text().replace("13470", "13999"))
    assert "1 measures would change" in run("import", str(out), "--why", "nieuw", "--dry-run")
    assert maximum(engine) == 13470
    assert LOAN in run("import", str(out), "--why", "nieuw", "--author", "noor")
    assert maximum(engine) == 13999
    run("set-aside", "levenlanglerenkrediet", "--why", "bestand klopt")
    assert maximum(engine) == 13470
    engine.dispose()
