"""What a visitor has to fetch before the widget can be used."""

import re

import pytest

from bench.page.measuring import at_once, sizes
from tests.browser.stand_in import DIST

LIMIT = 25_000


@pytest.mark.usefixtures("built_widget")
def test_the_script_and_all_it_imports_at_once_are_at_most_25_kb() -> None:
    assert len(at_once()) > 1
    assert sizes()["before it can be used"] <= LIMIT, sizes()


@pytest.mark.usefixtures("built_widget")
def test_nothing_comes_from_another_site_and_nothing_is_evaluated() -> None:
    for file in DIST.glob("leer-route*.js"):
        code = file.read_text()
        assert not re.search(r"\beval\(|new Function\(", code), file.name
        addresses = set(re.findall(r"https?://[\w.-]+", code)) - {"http://www.w3.org"}
        assert addresses == set(), file.name
