"""The form of a measure loses nothing: opened and saved as it is, it is the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.editing.form_reading import read_measure
from api.editing.form_spec import parts, place_of
from api.editing.form_view import FormView
from api.editing.frame import _templates
from api.editing.session import Form
from leerroute.catalogue.content import Content, read_content
from leerroute.catalogue.loader import CONTENT
from leerroute.editing.documents import data_of, with_data
from leerroute.service.wording import Wording
from tests.api.editing.forms import values_of

FILES = sorted((CONTENT / "measures").glob("*.yml"))


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(CONTENT)


def sent(data: dict[str, object], content: Content) -> Form:
    """The form of these data as a browser sends it when nothing is typed."""
    view = FormView(Wording(content.texts, "nl"), content.measures)
    html = _templates().get_template("measure_form.html").render(
        editor=None, seal="x", here="", parts=parts(), data=data, faults=[], marked=set(), measure="m", name="n",
        draft=None, seen="", based_on="", conflict=False, view=view, clash=None, message="",
    )  # fmt: skip
    return Form(values_of(html, "/beheer/maatregelen/m"), sealed=True)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_saving_without_typing_changes_nothing(path: Path, content: Content) -> None:
    text = path.read_text(encoding="utf-8")
    data = data_of(text, path.name)
    read = read_measure(sent(data, content), data)
    assert read == data
    assert with_data(text, read) == text


@pytest.mark.parametrize("path", FILES[:5], ids=[path.stem for path in FILES[:5]])
def test_everything_in_a_file_can_be_typed(path: Path, content: Content) -> None:
    """All but the id comes back from the form alone, without the file to fall back on."""
    data = data_of(path.read_text(encoding="utf-8"), path.name)
    read = read_measure(sent(data, content), {"id": data["id"]})
    ticked = ("kinds", "levels", "barriers", "solutions", "target-groups")  # these have no order of their own
    assert {**read, **{name: set(read[name]) for name in ticked}} == {
        **data,
        **{name: set(data[name]) for name in ticked},
    }


@pytest.mark.parametrize(
    ("path", "words", "anchor"),
    [
        ("name.nl", "Naam: Nederlands", "name.nl"),
        ("name", "Naam", "name.nl"),
        ("versions.0.from", "Periode 1: Eerste dag", "versions.0.from"),
        ("versions.1.windows.2.to", "Periode 2: Ronde 3: Laatste dag van de ronde", "versions.1.windows.2.to"),
        ("versions.0.windows.1", "Periode 1: Ronde 2", "versions.0.windows.1"),
        ("versions.0.amount.maximum", "Periode 1: Hoogste bedrag in euro", "versions.0.amount.maximum"),
        ("conditions.0.below", "Voorwaarden", "conditions"),
        ("check-yourself.1.en", "Om na te vragen 2", "check-yourself.1.en"),
        ("made-up.key", "made-up.key", ""),
    ],
)
def test_a_place_in_the_file_is_a_place_in_the_form(path: str, words: str, anchor: str) -> None:
    assert place_of(path) == (words, anchor)
