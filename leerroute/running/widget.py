"""The widget's build: only when its sources changed."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from leerroute.running.fingerprint import fingerprint
from leerroute.running.places import ROOT, STAMPS, WIDGET
from leerroute.running.steps import Step

BUILT = WIDGET / "dist" / "leer-route.js"
OWN_NODE = ROOT / ".tools" / "node"
UV = ROOT / ".tools" / "bin" / "uv"


def widget_state() -> str:
    """The sources the build depends on, as one short name."""
    return fingerprint([WIDGET], root=ROOT)


def is_built() -> bool:
    """Whether the files in dist/ are those of the present sources."""
    stamp = STAMPS / "widget"
    return BUILT.exists() and stamp.exists() and stamp.read_text() == widget_state()


def widget_steps() -> Iterator[Step]:
    """What it takes to build the widget here; npm comes from a Python package when the machine has none."""
    npm = shutil.which("npm")
    if npm is None:
        npm = str(OWN_NODE / "bin" / "npm")
        if not Path(npm).exists():
            yield from _node_steps()
    environment = {"PATH": f"{Path(npm).parent}{os.pathsep}{os.environ['PATH']}"}
    yield Step("widget-packages", "Fetching the packages of the widget", [npm, "ci"], WIDGET, environment)
    yield Step("widget-build", "Building the widget", [npm, "run", "build"], WIDGET, environment)


def remember_built() -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / "widget").write_text(widget_state())


def _node_steps() -> Iterator[Step]:
    python = str(OWN_NODE / "bin" / "python")
    lock = str(ROOT / "setup" / "node.lock")
    yield Step("node", "Making room for Node.js", [str(UV), "venv", "--clear", "--python", "3.11", str(OWN_NODE)])
    install = [str(UV), "pip", "sync", "--require-hashes", "--python", python, lock]
    yield Step("node-packages", "Fetching Node.js", install)
