"""The Rasa model: its name says from which inputs it was trained, so an up-to-date one is recognised and reused."""

import re
import shutil
from pathlib import Path

from leerroute.running.fingerprint import fingerprint
from leerroute.running.places import MODELS, RASA_PYTHON, ROOT
from leerroute.running.steps import Step

INPUTS = (
    "config.yml",
    "domain.yml",
    "data",
    "bot/components",
    "bot/requirements.lock",
    "catalogue/regions",
    "docs/contract",
)
"""All that training reads. The reader of messages knows places from the regions, and fields from the contract."""
MODELS_KEPT = 3
BEING_MADE = MODELS / "being-made"

SAID = "Training the assistant (once; about ten minutes on two cores)"
HOW_FAR = re.compile(r"^learnt (\d+ %)", re.MULTILINE)
"""The reader of messages says how much of its lessons it has had."""

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
"""Rasa's surroundings: nothing is reported to its makers, and its libraries keep their start-up notices."""


def model_file() -> Path:
    """Where the model of the present inputs is, or will be."""
    state = fingerprint([ROOT / given for given in INPUTS], root=ROOT)
    return MODELS / f"leerroute-{state}.tar.gz"


def training_step() -> Step:
    """Train into a folder aside: a training that is broken off leaves no half model with a good name."""
    command = [str(RASA_PYTHON), "-m", "rasa", "train", "--out", str(BEING_MADE), "--fixed-model-name", "model"]
    return Step("training", SAID, command, ROOT, QUIET, HOW_FAR)


def keep_trained(target: Path) -> None:
    """Give the new model its name, and let go of all but the last few."""
    (BEING_MADE / "model.tar.gz").replace(target)
    shutil.rmtree(BEING_MADE)
    by_age = sorted(MODELS.glob("leerroute-*.tar.gz"), key=lambda file: file.stat().st_mtime)
    for old in by_age[:-MODELS_KEPT]:
        old.unlink()
