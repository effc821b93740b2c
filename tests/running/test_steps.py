"""A step of the preparation that fails says so once, with the place and the end of its log."""

import io
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from leerroute.running.steps import PreparationFailed, Step, how_far, run_step


def quiet_console() -> Console:
    return Console(file=io.StringIO(), width=200)


def python(name: str, code: str) -> Step:
    return Step(name, "Doing it", [sys.executable, "-c", code])


def test_a_failed_step_names_its_log_and_shows_the_end_of_it(tmp_path: Path) -> None:
    step = python("training", "print('first');print('the cause');raise SystemExit(3)")
    with pytest.raises(PreparationFailed) as failed:
        run_step(step, tmp_path, quiet_console())
    assert str(tmp_path / "training.log") in str(failed.value)
    assert "code 3" in str(failed.value)
    assert str(failed.value).endswith("  first\n  the cause")


def test_only_the_end_of_a_long_log_is_shown(tmp_path: Path) -> None:
    step = python("long", "[print(f'line {n}.') for n in range(100)];raise SystemExit(1)")
    with pytest.raises(PreparationFailed) as failed:
        run_step(step, tmp_path, quiet_console())
    assert "line 99." in str(failed.value)
    assert "line 9." not in str(failed.value)


def test_a_step_that_succeeds_says_how_long_it_took(tmp_path: Path) -> None:
    console = quiet_console()
    run_step(python("good", "print('fine')"), tmp_path, console)
    assert isinstance(console.file, io.StringIO)
    assert "Doing it: done in 0 s" in console.file.getvalue()
    assert (tmp_path / "good.log").read_text() == "fine\n"


def test_the_last_that_was_told_says_how_far_a_step_is(tmp_path: Path) -> None:
    log = tmp_path / "training.log"
    log.write_text("Epochs 3 %\nlearnt 11 %\nlearnt 12 %\na warning\n")
    assert (
        how_far(Step("training", "Doing it", [], progress=re.compile(r"^learnt (\d+ %)", re.MULTILINE)), log) == "12 %"
    )
    assert how_far(Step("training", "Doing it", []), log) == ""


STOPPED_HALFWAY = """
import signal, sys
from pathlib import Path
from rich.console import Console
from leerroute.running.__main__ import _stop_on_signal
from leerroute.running.steps import Step, run_step
signal.signal(signal.SIGTERM, _stop_on_signal)
code = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
run_step(Step("slow", "Waiting", [sys.executable, "-c", code]), Path(sys.argv[1]), Console())
"""


def test_stopping_halfway_leaves_nothing_running(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", STOPPED_HALFWAY, str(tmp_path)], stdout=subprocess.DEVNULL)
    child = _pid_in(tmp_path / "slow.log")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 130
    assert not Path(f"/proc/{child}").exists()


def _pid_in(log: Path) -> int:
    for _ in range(100):
        if log.exists() and log.read_text().strip():
            return int(log.read_text())
        time.sleep(0.1)
    raise AssertionError("the step did not start")
