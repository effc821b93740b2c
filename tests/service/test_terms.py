"""Words that people ask about and that are no measure."""

from __future__ import annotations

import pytest

from leerroute.catalogue.content import read_content
from leerroute.catalogue.loader import CONTENT
from leerroute.service.talk_measures import explained
from leerroute.service.wording import Wording

TEXTS = read_content(CONTENT).texts


@pytest.mark.parametrize("sentence", ["wat is bijstand eigenlijk?", "Bijstand?", "wat bedoel je met bijstand"])
def test_a_word_is_explained(sentence: str) -> None:
    assert explained(sentence, Wording(TEXTS, "nl")) == TEXTS.labels["terms"]["bijstand"]["nl"]


def test_a_word_is_explained_in_english() -> None:
    assert explained("what is WIA?", Wording(TEXTS, "en")) == TEXTS.labels["terms"]["wia"]["en"]


def test_what_no_list_knows_is_not_explained() -> None:
    assert explained("wat is het flutbudget?", Wording(TEXTS, "nl")) is None
