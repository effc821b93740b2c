"""The processes start together and stop together, whatever the reason. Small programs stand in for the real three."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.postgres import free_port
from tests.support.system import stop, wait_for_line

SUPERVISE = """
import sys
from pathlib import Path
from rich.console import Console
from leerroute.running.processes import Process
from leerroute.running.supervisor import Supervisor
folder, port, second = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
web = (sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", str(folder))
wanted = [Process("web", web, {}), Process("second", (sys.executable, "-c", second), {"MARK": "given"})]
raise SystemExit(Supervisor(wanted, folder / "log", f"http://127.0.0.1:{port}", Console()).run())
"""
WAITS = "import os, time; print(os.getpid(), os.environ['MARK'], flush=True); time.sleep(60)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + WAITS
DIES_LATER = "import time; time.sleep(2); print('the cause', flush=True); raise SystemExit(7)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "health").mkdir()
    (tmp_path / "health" / "ready").touch()
    return tmp_path


def supervise(folder: Path, second: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SUPERVISE, str(folder), str(free_port()), second],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def is_running(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("second", [WAITS, STUBBORN], ids=["willing", "stubborn"])
def test_one_signal_stops_all_and_leaves_nothing_running(folder: Path, how: signal.Signals, second: str) -> None:
    process = supervise(folder, second)
    wait_for_line(process, "Leerroute is ready: http://127.0.0.1:", folder / "log")
    pid, mark = _first_line(folder / "log" / "second.log").split()
    assert mark == "given"
    assert stop(process, how) == 0
    assert not is_running(int(pid))


def test_a_process_that_dies_stops_the_rest_and_says_why(folder: Path) -> None:
    process = supervise(folder, DIES_LATER)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "second stopped by itself (code 7)" in said
    assert "the cause" in said
    assert "web stopped by itself" not in said


def test_the_logs_are_those_of_this_run(folder: Path) -> None:
    (folder / "log").mkdir()
    (folder / "log" / "second.log").write_text("of yesterday")
    process = supervise(folder, "print('of today')")
    process.communicate(timeout=30)
    assert (folder / "log" / "second.log").read_text() == "of today\n"


def _first_line(log: Path) -> str:
    for _ in range(100):
        if log.exists() and "\n" in log.read_text():
            return log.read_text().splitlines()[0]
        time.sleep(0.1)
    raise AssertionError("nothing was logged")
