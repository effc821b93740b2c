"""`make up` with something wrong: one clear message and a code that is not 0, before anything long starts."""

import contextlib
import os
import socket
import subprocess
import sys

import pytest

from leerroute.running.places import ROOT
from tests.support.postgres import free_port


def up(**settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "leerroute.running", "up"],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def two_in_a_row(first: socket.socket, second: socket.socket) -> int:
    """Take a port and the one after it, so that the latter cannot be what is proposed."""
    first.bind(("127.0.0.1", 0))
    first.listen()
    taken = int(first.getsockname()[1])
    with contextlib.suppress(OSError):  # somebody else has it: as good
        second.bind(("127.0.0.1", taken + 1))
        second.listen()
    return taken


@pytest.mark.parametrize("setting", ["LEERROUTE_PORT", "LEERROUTE_RASA_PORT", "LEERROUTE_ACTIONS_PORT"])
def test_a_port_in_use_is_said_with_the_setting_that_moves_ours(setting: str) -> None:
    ports = {name: str(free_port()) for name in ("LEERROUTE_PORT", "LEERROUTE_RASA_PORT", "LEERROUTE_ACTIONS_PORT")}
    with socket.socket() as other, socket.socket() as neighbour:
        taken = two_in_a_row(other, neighbour)
        done = up(**{**ports, setting: str(taken)})
    assert done.returncode == 1
    assert done.stderr.strip().startswith(f"Port {taken} is in use")
    assert f"{setting}={taken + 1} " not in done.stderr
    assert f"{setting}=" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("setting", "value"),
    [("LEERROUTE_PORT", "eighty"), ("LEERROUTE_TODAY", "23-11-2026"), ("LEERROUTE_CASE_DAYS", "0")],
)
def test_a_setting_that_cannot_be_used_is_named(setting: str, value: str) -> None:
    done = up(**{setting: value})
    assert done.returncode == 1
    assert setting in done.stderr
    assert "Traceback" not in done.stderr
