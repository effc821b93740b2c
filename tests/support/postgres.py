"""A private PostgreSQL for the tests: a cluster in a folder of its own, on a free loopback port, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER_WHEN_ROOT = "postgres"


class PostgresMissing(RuntimeError):
    """The programs of a PostgreSQL server are not on this machine."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def find_programs() -> Path:
    """The folder with initdb and pg_ctl. Debian keeps them out of PATH, one folder a version."""
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: folder.parent.name, reverse=True)
    if (pg_config := shutil.which("pg_config")) is not None:
        reported = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False).stdout.strip()
        candidates.append(Path(reported))
    if (initdb := shutil.which("initdb")) is not None:
        candidates.append(Path(initdb).resolve().parent)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise PostgresMissing("PostgreSQL is missing: the repositories are tested on it. On Debian: apt install postgresql")


@contextmanager
def postgres_cluster(folder: Path) -> Iterator[str]:
    """Start a cluster in the folder and give the address of its first database."""
    programs, port, data = find_programs(), free_port(), folder / "data"
    as_owner = _as_owner(folder)
    _run(as_owner, programs / "initdb", "-D", data, "-U", "leerroute", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off"
    _run(as_owner, programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://leerroute@127.0.0.1:{port}/postgres"
    finally:
        _run(as_owner, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _as_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then its own user owns the folder and runs it."""
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam(OWNER_WHEN_ROOT)
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["runuser", "-u", OWNER_WHEN_ROOT, "--"]


def _run(as_owner: list[str], *command: object) -> None:
    """The server that pg_ctl leaves behind must not hold a pipe of ours, so only errors are read, from a file."""
    with tempfile.TemporaryFile() as faults:
        done = subprocess.run(
            [*as_owner, *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=faults,
            cwd="/",
            check=False,
        )
        if done.returncode != 0:
            faults.seek(0)
            raise RuntimeError(f"{command[0]} failed:\n{faults.read().decode()}")
