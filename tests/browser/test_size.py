"""What a visitor has to fetch before the widget can be used."""

import gzip
import re

import pytest

from tests.browser.stand_in import DIST

LIMIT = 25_000


def gzipped(name: str) -> int:
    return len(gzip.compress((DIST / name).read_bytes(), 9))


@pytest.mark.usefixtures("built_widget")
def test_the_script_and_all_it_imports_at_once_are_at_most_25_kb() -> None:
    wanted, sizes = ["leer-route.js"], {}
    while wanted:
        name = wanted.pop()
        sizes[name] = gzipped(name)
        imported = re.findall(r"""(?:from|import)\s*["']\./([\w-]+\.js)["']""", (DIST / name).read_text())
        wanted += [other for other in imported if other not in sizes]
    assert len(sizes) > 1
    assert sum(sizes.values()) <= LIMIT, sizes


@pytest.mark.usefixtures("built_widget")
def test_nothing_comes_from_another_site_and_nothing_is_evaluated() -> None:
    for file in DIST.glob("leer-route*.js"):
        code = file.read_text()
        assert not re.search(r"\beval\(|new Function\(", code), file.name
        addresses = set(re.findall(r"https?://[\w.-]+", code)) - {"http://www.w3.org"}
        assert addresses == set(), file.name
