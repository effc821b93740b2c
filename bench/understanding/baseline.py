"""Rasa's default pipeline (counts and DIET), trained on the same training data, as the thing to beat.

DIET marks words and gives them a label. A field with a fixed list of values gets the value as the role of the label
(`work`, role `unemployed`), so that DIET can also give a value to words it never saw; other values come by Rasa's own
synonyms, and numbers also by the first number in the marked words. A reading that is no value of the field is left
out rather than counted as wrong. All this is kinder to DIET than Rasa as it comes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from bench.understanding.overlap import MARKED
from bench.understanding.places import CONTRACT, ROOT, TRAINING, WORK
from bench.understanding.testset import Fact

EPOCHS = 100
CONFIG: dict[str, Any] = {
    "recipe": "default.v1",
    "language": "nl",
    "assistant_id": "counts-and-diet",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {
            "name": "DIETClassifier",
            "epochs": EPOCHS,
            "random_seed": 20261123,
            "constrain_similarities": True,
            "BILOU_flag": False,
        },
        {"name": "EntitySynonymMapper"},
    ],
}


def baseline_model() -> Path:
    """The trained baseline; trained anew only when the training data or this recipe changed."""
    model = WORK / f"counts-and-diet-{_fingerprint()}.tar.gz"
    if model.exists():
        return model
    prepared = WORK / "baseline"
    prepared.mkdir(parents=True, exist_ok=True)
    (prepared / "config.yml").write_text(yaml.safe_dump(CONFIG, sort_keys=False), encoding="utf-8")
    (prepared / "nlu.yml").write_text(
        yaml.safe_dump(training_data(), allow_unicode=True, width=10**6), encoding="utf-8"
    )
    print("Training Rasa's default pipeline (some minutes, only when the training data changed) …", flush=True)
    _train(prepared, model)
    return model


def _train(prepared: Path, model: Path) -> None:
    """Into a file aside, so that a training that is broken off leaves no half model; a command of Rasa's own."""
    aside = f"being-made-{os.getpid()}"
    command = [sys.executable, "-m", "rasa", "train", "nlu", "--config", str(prepared / "config.yml")]
    command += ["--nlu", str(prepared / "nlu.yml"), "--out", str(WORK), "--fixed-model-name", aside]
    quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}
    with (prepared / "training.log").open("wb") as log:
        subprocess.run(command, cwd=ROOT, env={**os.environ, **quiet}, stdout=log, stderr=log, check=True)
    (WORK / f"{aside}.tar.gz").replace(model)


def training_data(folder: Path = TRAINING) -> dict[str, Any]:
    """All training data in one, with the values of listed fields as roles."""
    blocks = [
        {**block, "examples": _with_roles(block.get("examples") or [])}
        for path in sorted(folder.rglob("*.yml"))
        for block in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("nlu", [])
    ]
    return {"version": "3.1", "nlu": blocks}


def _with_roles(examples: str | list[dict[str, Any]]) -> str | list[dict[str, Any]]:
    if isinstance(examples, str):
        return MARKED.sub(_role, examples)
    return [{**item, "text": MARKED.sub(_role, str(item["text"]))} for item in examples]


def _role(marked: re.Match[str]) -> str:
    words, about = marked.groups()
    if not about.startswith("{"):
        return marked.group()
    known = json.loads(about)
    if known.get("entity") in listed_values():
        known = {"entity": known["entity"], "role": str(known["value"]).lower()}
    return f"[{words}]{json.dumps(known, ensure_ascii=False)}"


def listed_values() -> dict[str, dict[str, Any]]:
    """Fields with a fixed list of values: how each value is written as a role, and the value itself."""
    found = {}
    for name, rule in fields().items():
        values = rule.get("enum") or rule.get("items", {}).get("enum") or ([True, False] * (rule["type"] == "boolean"))
        if values:
            found[name] = {str(value).lower(): value for value in values}
    return found


def fields() -> dict[str, dict[str, Any]]:
    """The fields of a profile, as the contract has them."""
    properties: dict[str, dict[str, Any]] = json.loads(CONTRACT.read_text(encoding="utf-8"))["properties"]
    return {name: {"type": "string", **rule} for name, rule in properties.items()}


def facts_of_baseline(entities: list[dict[str, Any]], text: str) -> list[Fact]:
    """The facts among the entities of the baseline; see above how a value is found."""
    facts = [(entity["entity"], _value(entity, text)) for entity in entities if entity["entity"] in fields()]
    return [fact for fact in facts if fact[1] is not None]


def _value(entity: dict[str, Any], text: str) -> Any:
    rule = fields()[entity["entity"]]
    listed = listed_values().get(entity["entity"])
    if listed is not None:
        return listed.get(str(entity["role"]))
    value = str(entity["value"])
    if rule["type"] == "integer":
        number = re.search(r"\d+", value) or re.search(r"\d+", text[entity["start"] : entity["end"]])
        return int(number.group()) if number else None
    return value if re.fullmatch(rule.get("pattern", ".*"), value) else None


def _fingerprint() -> str:
    digest = hashlib.sha256(json.dumps([CONFIG, training_data()], ensure_ascii=False).encode())
    digest.update((ROOT / "bot" / "requirements.lock").read_bytes())
    return digest.hexdigest()[:16]
