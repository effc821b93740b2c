"""Settings from the environment."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from leerroute.service.settings import Settings, today


def test_today_is_fixed_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERROUTE_TODAY", "2024-01-01")
    assert today() == date(2024, 1, 1)


def test_an_empty_setting_counts_as_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERROUTE_TODAY", "")
    assert Settings().today is None


def test_origins_are_split_and_trimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERROUTE_ALLOWED_ORIGINS", " https://a.example/, https://b.example ,")
    assert Settings().allowed_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(("name", "value"), [("PORT", "99999"), ("TODAY", "tomorrow"), ("CASE_DAYS", "0")])
def test_a_wrong_setting_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"LEERROUTE_{name}", value)
    with pytest.raises(ValidationError):
        Settings()


def test_rasa_gets_every_variable_its_endpoints_file_names() -> None:
    text = Path("endpoints.yml").read_text(encoding="utf-8")
    environment = Settings(redis_url="redis://cache:6380/0").rasa_environment()
    for name in environment:
        assert f"${{{name}}}" in text
    assert text.count("${") == len(environment)
    assert environment["LEERROUTE_REDIS_HOST"] == "cache"
    assert environment["LEERROUTE_LOCK_STORE"] == "redis"
