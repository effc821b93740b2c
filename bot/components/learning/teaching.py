"""Learning into a folder: what `make train` does for the reader of messages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .examples import Lesson, lessons
from .exported import export
from .learned import KEPT, LearnedReader
from .packed import Packed
from .training import Course, Progress, teach


def unheard(share: float) -> None:
    """Progress that nobody looks at."""


def learn(
    folder: Path,
    chosen: Sequence[Lesson] | None = None,
    course: Course | None = None,
    progress: Progress = unheard,
) -> LearnedReader:
    """Learn from the lessons (all there are), keep it in the folder, and read with it."""
    network = teach(Packed(), lessons() if chosen is None else chosen, course or Course(), progress)
    export(network, folder / KEPT)
    return LearnedReader.load(folder)
