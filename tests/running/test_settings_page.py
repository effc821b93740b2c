"""docs/how-to/settings.md is the one place where settings are explained: every one, and none that is not there."""

import re

from leerroute.running.places import ROOT
from leerroute.service.settings import Settings

INSIDE_ONLY = {"LEERROUTE_ACTIONS_URL", "LEERROUTE_LOCK_STORE", "LEERROUTE_REDIS_HOST", "LEERROUTE_REDIS_PORT"}
"""Made from other settings, for Rasa's endpoints.yml."""


def test_the_page_lists_every_setting_once() -> None:
    page = (ROOT / "docs" / "how-to" / "settings.md").read_text()
    explained = re.findall(r"^\| `(LEERROUTE_\w+)` \|", page, re.MULTILINE)
    assert sorted(explained) == sorted(f"LEERROUTE_{name.upper()}" for name in Settings.model_fields)


def test_what_rasa_gets_besides_is_made_from_them() -> None:
    assert Settings().rasa_environment().keys() - INSIDE_ONLY == {"LEERROUTE_DATABASE_URL"}
