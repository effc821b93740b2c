"""`python -m leerroute.catalogue`: what an editor sees."""

from pathlib import Path

from typer.testing import CliRunner

from leerroute.catalogue.__main__ import app


def test_check_tells_that_the_content_is_right(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--content", str(folder)])
    assert result.exit_code == 0, result.output
    assert "100 measures" in result.output


def test_check_tells_every_fault_and_fails(folder: Path) -> None:
    path = folder / "measures" / "levenlanglerenkrediet.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("rank: 90", "rank: high"), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", "--content", str(folder)])
    assert result.exit_code == 1
    assert "measures/levenlanglerenkrediet.yml: route.rank: found 'high', expected" in result.output
    assert "1 fault;" in result.output


def test_load_makes_the_database_and_says_when_it_was_there_already(folder: Path, tmp_path: Path) -> None:
    arguments = ["load", "--content", str(folder), "--database", f"sqlite:///{tmp_path / 'new' / 'leerroute.db'}"]
    first, second = CliRunner().invoke(app, arguments), CliRunner().invoke(app, arguments)
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert "is loaded (revision" in first.output
    assert "loaded already" in second.output
