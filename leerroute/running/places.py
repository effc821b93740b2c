"""Where things are in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
LOGS = VAR / "log"
STAMPS = VAR / "stamps"
MODELS = ROOT / "models"
WIDGET = ROOT / "widget"
RASA_PYTHON = ROOT / "bot" / ".venv" / "bin" / "python"
"""Rasa's own interpreter (3.10): its packages and ours cannot live in one environment."""
