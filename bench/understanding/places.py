"""Where things stand. The bench runs in Rasa's world, so it cannot ask leerroute."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRAINING = ROOT / "data" / "nlu"
CONTRACT = ROOT / "docs" / "contract" / "profile.schema.json"
WORK = ROOT / "var" / "bench"
RESULT = WORK / "understanding.json"
MISREADS = WORK / "misreads.txt"
MAIN_PYTHON = ROOT / ".venv" / "bin" / "python"


def trained_model() -> Path:
    """The model of the present inputs, trained when there is none: the main world knows its name and how it is made."""
    subprocess.run([MAIN_PYTHON, "-m", "leerroute.running", "train"], cwd=ROOT, check=True)
    question = "from leerroute.running.model import model_file; print(model_file())"
    answer = subprocess.run([MAIN_PYTHON, "-c", question], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())
