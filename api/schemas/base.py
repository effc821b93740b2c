"""What every body of the API has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Body(BaseModel):
    """Goes in: camelCase names only, nothing unknown, nothing turned into another type on the quiet."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True)


class Answer(BaseModel):
    """Comes out: camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
