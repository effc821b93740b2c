"""A long step is done again when what it reads changed, and only then."""

import os
from pathlib import Path

import pytest

from leerroute.running.fingerprint import fingerprint


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "greet.yml").write_text("hoi")
    (tmp_path / "config.yml").write_text("pipeline")
    return tmp_path


def state(tree: Path) -> str:
    return fingerprint([tree / "data", tree / "config.yml"], root=tree)


def test_the_same_files_at_another_time_are_no_change(tree: Path) -> None:
    before = state(tree)
    os.utime(tree / "config.yml", (0, 0))
    assert state(tree) == before


@pytest.mark.parametrize(
    ("file", "content"),
    [("config.yml", "other"), ("data/greet.yml", "hallo"), ("data/new.yml", ""), ("data/a/b.yml", "x")],
)
def test_other_content_or_another_file_is_a_change(tree: Path, file: str, content: str) -> None:
    before = state(tree)
    (tree / file).parent.mkdir(exist_ok=True)
    (tree / file).write_text(content)
    assert state(tree) != before


def test_another_name_is_a_change(tree: Path) -> None:
    before = state(tree)
    (tree / "data" / "greet.yml").rename(tree / "data" / "hello.yml")
    assert state(tree) != before


def test_a_file_outside_the_inputs_and_what_tools_make_are_no_change(tree: Path) -> None:
    before = state(tree)
    (tree / "README.md").write_text("read me")
    (tree / "data" / "__pycache__").mkdir()
    (tree / "data" / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert state(tree) == before


def test_an_input_that_is_not_there_yet_is_no_error(tree: Path) -> None:
    assert fingerprint([tree / "absent"], root=tree) != state(tree)
