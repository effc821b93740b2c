"""docker-compose.yml describes what `make up` runs; only the API has a door. No Docker is needed to check that."""

import re
from typing import Any

import pytest
import yaml

from leerroute.running.places import ROOT
from leerroute.service.settings import Settings

DOCKERFILES = sorted((ROOT / "docker").glob("*.Dockerfile"))
OURS = ("api", "actions", "rasa", "catalogue")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    assert described["networks"]["inside"]["internal"] is True
    return dict(described["services"])


def test_only_the_api_publishes_a_port(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["api"]
    assert [name for name, service in services.items() if "outside" in service["networks"]] == ["api"]


def test_all_that_is_needed_is_there(services: dict[str, Any]) -> None:
    assert {"api", "rasa", "actions", "postgres", "redis"} <= services.keys()


def test_nothing_runs_as_root_or_gains_rights(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["user"] not in ("", "root", "0"), name
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name


def test_what_goes_on_running_says_whether_it_is_healthy(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert "healthcheck" in service or service.get("restart") == "no", name


def test_every_setting_that_is_set_exists(services: dict[str, Any]) -> None:
    known = {f"LEERROUTE_{name.upper()}" for name in Settings.model_fields} | Settings().rasa_environment().keys()
    for name in OURS:
        assert {key for key in services[name]["environment"] if key.startswith("LEERROUTE_")} <= known, name


def test_the_commands_are_those_of_make_up(services: dict[str, Any]) -> None:
    assert services["actions"]["command"] == ["python", "-m", "actions"]
    assert 'CMD ["python", "-m", "api"]' in (ROOT / "docker" / "main.Dockerfile").read_text()
    assert '"-m", "bot.quiet_rasa", "run"' in (ROOT / "docker" / "rasa.Dockerfile").read_text()


def test_no_password_is_written_down(services: dict[str, Any]) -> None:
    assert services["postgres"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD:?")


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.name)
class TestDockerfile:
    def test_it_installs_by_hash_only(self, file: Any) -> None:
        text = file.read_text().replace("\\\n", " ")
        installs = re.findall(r"(?:pip install|pip sync)[^&\n]*", text)
        assert len(installs) == 2
        assert all("--require-hashes" in install for install in installs)
        assert "npm install" not in text

    def test_it_copies_what_exists(self, file: Any) -> None:
        copied = re.findall(r"^COPY (?!--from)(.+) \S+$", file.read_text(), re.MULTILINE)
        for name in " ".join(copied).split():
            assert (ROOT / name).exists(), name

    def test_it_does_not_run_as_root_nor_opens_the_http_api(self, file: Any) -> None:
        commands = [line for line in file.read_text().splitlines() if not line.startswith("#")]
        assert "USER leerroute" in commands
        assert "--enable-api" not in "\n".join(commands)
