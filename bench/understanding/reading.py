"""Reads all test messages with one Rasa model, on one core: `python -m bench.understanding.reading MODEL RESULT`.

A process of its own for each model, so that memory and time are those of this model alone.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import re
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# Before TensorFlow and numpy are imported: they read these once.
os.environ.update(
    dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), "1"),
    TF_CPP_MIN_LOG_LEVEL="3",
    RASA_TELEMETRY_ENABLED="false",
    SQLALCHEMY_SILENCE_UBER_WARNING="1",
)

METADATA = {"question": "situation", "language": "nl", "today": "2026-11-23"}
WARM_UP = 25


def main() -> None:
    """Read every message of the test set and keep entities, times and memory."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("model", type=Path)
    options.add_argument("result", type=Path)
    options.add_argument("--name", default="reading")
    chosen = options.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    warnings.simplefilter("ignore")
    result = asyncio.run(read_all(chosen.model, chosen.name))
    chosen.result.write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")


async def read_all(model: Path, name: str) -> dict[str, Any]:
    """Load the model, warm it up, and read each message once."""
    import structlog
    from rasa.core.agent import Agent
    from tqdm import tqdm

    from bench.understanding.testset import load_messages

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    texts = [message.text for message in load_messages()]
    started = time.perf_counter()
    agent = Agent.load(str(model))
    loaded = time.perf_counter() - started
    for text in texts[:: len(texts) // WARM_UP]:
        await _read(agent, text)
    read = [await _read(agent, text) for text in tqdm(texts, desc=name, unit="message", mininterval=0.5)]
    return {
        "entities": [entities for entities, _, _ in read],
        "wall_ms": [wall for _, wall, _ in read],
        "cpu_ms": [cpu for _, _, cpu in read],
        "load_seconds": loaded,
        "memory_mb": _memory(),
    }


async def _read(agent: Any, text: str) -> tuple[list[dict[str, Any]], float, float]:
    """The entities of a message, and the milliseconds it took on the clock and on the processor."""
    from rasa.core.channels.channel import UserMessage

    wall, cpu = time.perf_counter(), time.process_time()
    parsed = await agent.processor.parse_message(UserMessage(text, metadata=METADATA))
    took = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    return [_kept(entity) for entity in parsed["entities"]], *took


def _kept(entity: dict[str, Any]) -> dict[str, Any]:
    return {key: entity.get(key) for key in ("entity", "value", "role", "start", "end")}


def _memory() -> dict[str, float]:
    """Resident memory now and at most, in MB, as Linux counts it."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found: Sequence[str] = re.findall(r"Vm(?:HWM|RSS):\s+(\d+) kB", status)
    return {"most": int(found[0]) / 1024, "now": int(found[1]) / 1024}


if __name__ == "__main__":
    main()
