"""Telling whether the inputs of a long step changed: by what is in the files, so that a fresh clone is not a change."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

MADE_BY_TOOLS = frozenset({"__pycache__", "node_modules", "dist", ".venv", ".pytest_cache"})


def fingerprint(inputs: Iterable[Path], *, root: Path) -> str:
    """One short name for the state of all files in the inputs: a file's path and its content both count."""
    digest = hashlib.sha256()
    for path in sorted(file for given in inputs for file in _files(given, root)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(given: Path, root: Path) -> Iterator[Path]:
    if given.is_file():
        yield given
    for path in given.rglob("*"):
        if path.is_file() and MADE_BY_TOOLS.isdisjoint(path.relative_to(root).parts):
            yield path
