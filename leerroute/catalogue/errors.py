"""What is wrong in the content, all of it at once, for the editor who has to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class ContentError:
    """One fault: where it stands, what stands there, and what was expected. `file` is relative to the content."""

    file: str
    field: str
    value: object
    expected: str

    def __str__(self) -> str:
        shown = repr(self.value)
        if len(shown) > _LONGEST_VALUE:
            shown = shown[:_LONGEST_VALUE] + "…"
        place = f"{self.file}: {self.field}" if self.field else self.file
        return f"{place}: found {shown}, expected {self.expected}"


class ContentErrors(ValueError):
    """The content cannot be used; `errors` holds every fault that was found."""

    def __init__(self, errors: Sequence[ContentError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: (error.file, error.field)))
        super().__init__("\n".join(str(error) for error in self.errors))
