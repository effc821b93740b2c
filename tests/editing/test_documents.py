"""A change in a file touches only what changed: comments, order and form of the rest stay."""

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml

from leerroute.catalogue.loader import CONTENT
from leerroute.editing.documents import data_of, with_data

FILES = sorted((CONTENT / "measures").glob("*.yml"))
LOAN = CONTENT / "measures" / "levenlanglerenkrediet.yml"


def changed(path: Path, change: Any) -> tuple[str, list[str]]:
    text = path.read_text(encoding="utf-8")
    data = data_of(text, path.name)
    change(data)
    after = with_data(text, data)
    assert data_of(after, path.name) == data
    return after, [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[0] in "+-"]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_same_data_give_the_same_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert with_data(text, data_of(text, path.name)) == text


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_written_anew_holds_the_same_data(path: Path) -> None:
    data = data_of(path.read_text(encoding="utf-8"), path.name)
    assert data_of(with_data("", data), path.name) == data


def test_a_changed_amount_is_one_line() -> None:
    after, lines = changed(LOAN, lambda data: data["versions"][0]["amount"].update(maximum=13999))
    assert lines == ["-       maximum: 13470", "+       maximum: 13999"]
    assert "# A loan without income" in after


def test_a_new_version_a_window_and_a_source_keep_the_comments() -> None:
    def more(data: dict[str, Any]) -> None:
        data["versions"][0]["to"] = yaml.safe_load("2026-12-31")
        new = {"from": yaml.safe_load("2027-01-01"), "to": None, "exact": True, "windows": [], "amount": None}
        new["windows"] = [{"from": new["from"], "to": yaml.safe_load("2027-02-01"), "label": "ronde 1"}]
        data["versions"].append(new)
        data["sources"].pop(2)
        data["name"]["de"] = "Kredit: lebenslang"

    after, lines = changed(LOAN, more)
    assert "      - {from: 2027-01-01, to: 2027-02-01, label: ronde 1}" in after
    assert "# Besides studietoeslag" in after
    assert len(lines) < 25


def test_words_that_look_like_something_else_stay_words() -> None:
    _, lines = changed(LOAN, lambda data: data.update(provider="2026-01-01", aliases=["true", "12", "no: yes"]))
    assert len([line for line in lines if line[0] == "+"]) == 2
