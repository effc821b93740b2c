"""Settings from the environment (LEERROUTE_…), read at the edge only. Documented in docs/how-to/settings.md."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from leerroute.service.handover_settings import Handover

ROOT = Path(__file__).resolve().parents[2]
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")

Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """Everything that differs between places where Leerroute runs; the defaults suit one machine."""

    model_config = SettingsConfigDict(env_prefix="LEERROUTE_", env_ignore_empty=True, extra="ignore", frozen=True)

    host: str = "127.0.0.1"
    port: Port = 8000
    database_url: str = Field(default=f"sqlite:///{ROOT / 'var' / 'leerroute.db'}", min_length=1)
    today: date | None = None
    """Fixes the date, for demos and tests; without it the clock in the Netherlands."""

    rasa_host: str = "127.0.0.1"
    rasa_port: Port = 5005
    actions_host: str = "127.0.0.1"
    actions_port: Port = 5055
    redis_url: str | None = None

    allowed_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins of the portals that may embed the chat, separated by commas."""

    rasa_timeout: float = Field(default=20, gt=0, le=300)
    """Seconds the API waits for Rasa before it says that it can't answer now."""
    rate_talk: str = "60/minute"
    rate_start: str = "120/hour"
    rate_address: str = "600/minute"
    rate_code: str = "60/hour"
    """Limits for one talk; and for new talks, all calls and tries with a code of one address (a library shares one)."""

    contact_url: str = "https://leerroute.example/contact"
    contact_email: str = "api@leerroute.example"
    """Whom developers of portals turn to; stands in the OpenAPI document."""

    handovers: dict[str, Handover] = {}
    """Live chats by CBS code of the municipality, as JSON; see docs/how-to/hand-over.md."""

    stale_after_days: int = Field(default=180, ge=1, le=3650)
    """Sources that were checked longer ago make a measure sink, and the person is told."""

    case_days: int = Field(default=30, ge=1, le=365)

    editing: bool = True
    """Whether the editors' screens are served under /beheer."""
    editing_secret: str | None = Field(default=None, min_length=32)
    """Seals the forms of those screens; without it one is made in var/. Needed with more than one API process."""
    editing_idle_minutes: int = Field(default=120, ge=5, le=720)
    rate_login: str = "10/5minutes"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(origin.strip().rstrip("/") for origin in value.split(",") if origin.strip())
        return value

    @property
    def stale_after(self) -> timedelta:
        """How long a check of the sources holds."""
        return timedelta(days=self.stale_after_days)

    @property
    def rasa_url(self) -> str:
        """Where the API finds Rasa."""
        return f"http://{self.rasa_host}:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where Rasa finds the actions."""
        return f"http://{self.actions_host}:{self.actions_port}/webhook"

    def rasa_environment(self) -> dict[str, str]:
        """What endpoints.yml needs to be set before Rasa starts (Rasa refuses a variable that is not there)."""
        redis = urlsplit(self.redis_url or "redis://127.0.0.1:6379")
        return {
            "LEERROUTE_DATABASE_URL": self.database_url,
            "LEERROUTE_ACTIONS_URL": self.actions_url,
            "LEERROUTE_LOCK_STORE": "redis" if self.redis_url else "in_memory",
            "LEERROUTE_REDIS_HOST": redis.hostname or "127.0.0.1",
            "LEERROUTE_REDIS_PORT": str(redis.port or 6379),
        }

    @property
    def keep_cases_for(self) -> timedelta:
        """How long a talk is kept after its last use."""
        return timedelta(days=self.case_days)

    def on(self) -> date:
        """Today: the fixed date, or the date in the Netherlands."""
        return self.today or datetime.now(DUTCH_TIME).date()


def today() -> date:
    """Today at the edge; everything inside takes a date as an argument."""
    return Settings().on()
