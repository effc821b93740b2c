"""Reading content files into their schemas, keeping every fault instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from leerroute.catalogue.errors import ContentError, ContentErrors
from leerroute.catalogue.files import content_files, parse_yaml, read_csv, read_yaml

Model = TypeVar("Model", bound=BaseModel)
_ABSENT = object()
_MOST_FAULTS_A_TABLE = 20


class Reader:
    """Reads files of one content folder; `errors` grows, what could not be read is left out.

    `edits` holds texts by file name that count in place of the file, or of a file that is not there.
    """

    def __init__(
        self,
        root: Path,
        progress: Callable[[str], None] = lambda _name: None,
        edits: Mapping[str, str] | None = None,
    ) -> None:
        self.root = root
        self._edits = edits or {}
        self.errors: list[ContentError] = []
        self._progress = progress
        self._read: set[str] = set()

    def file(self, name: str, model: type[Model]) -> Model | None:
        """One YAML file; a missing one is a fault."""
        data = self._data(name, read_yaml)
        if data is _ABSENT:
            return None
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.errors += content_errors(name, data, error)
            return None

    def folder(self, name: str, model: type[Model], stem: Callable[[Model], str]) -> dict[str, Model]:
        """The YAML files of a folder by the name they must have, in that order."""
        found: dict[str, Model] = {}
        for wanted in sorted(self.names(name)):
            where = f"{name}/{wanted}.yml"
            content = self.file(where, model)
            if content is None:
                continue
            if stem(content) != wanted:
                field = "id" if "id" in model.model_fields else "field"
                self.errors.append(ContentError(where, field, stem(content), f"the name of the file, {wanted}"))
            found[stem(content)] = content
        return found

    def names(self, folder: str) -> frozenset[str]:
        """The names of the files of a folder, also of those with a fault: what points there does not dangle."""
        edited = (Path(name) for name in self._edits)
        added = (path.stem for path in edited if path.parent.as_posix() == folder and path.suffix == ".yml")
        return frozenset(path.stem for path in (self.root / folder).glob("*.yml")) | frozenset(added)

    def subfolders(self, folder: str) -> list[str]:
        """The folders in a folder, which may be missing; also those where only an edit stands."""
        root = self.root / folder
        there = {path.name for path in root.iterdir() if path.is_dir()} if root.is_dir() else set()
        edited = (Path(name).parts for name in self._edits)
        return sorted(there | {parts[1] for parts in edited if len(parts) > 2 and parts[0] == folder})

    def table(self, name: str, model: type[Model]) -> list[Model]:
        """The lines of a CSV file; after some faults in one table the rest of it is not told."""
        rows = self._data(name, read_csv)
        found: list[Model] = []
        faults: list[ContentError] = []
        for number, row in enumerate([] if rows is _ABSENT else rows, start=2):
            try:
                found.append(model.model_validate(row))
            except ValidationError as error:
                faults += content_errors(name, row, error, f"line {number}, ")
        self.errors += faults[:_MOST_FAULTS_A_TABLE]
        return found

    def refuse_unread_files(self) -> None:
        """A file that nothing reads is a fault too: most often it is in the wrong place or has the wrong name."""
        for path in content_files(self.root):
            name = path.relative_to(self.root).as_posix()
            if name not in self._read:
                self.errors.append(ContentError(name, "", "a file", "no file here, or another name"))

    def _data(self, name: str, read: Callable[[Path, str], Any]) -> Any:
        self._read.add(name)
        self._progress(name)
        try:
            if name in self._edits:
                return parse_yaml(self._edits[name], name)
            return read(self.root / name, name)
        except FileNotFoundError:
            self.errors.append(ContentError(name, "", None, "this file"))
        except ContentErrors as error:
            self.errors += error.errors
        return _ABSENT


def content_errors(name: str, data: object, error: ValidationError, prefix: str = "") -> list[ContentError]:
    """The faults that a schema found, in the words of an editor; one per place."""
    found: dict[str, ContentError] = {}
    for fault in error.errors(include_url=False):
        missing = fault["type"] == "missing"
        place, value = _place(data, fault["loc"], missing)
        expected = "this key (null or [] where nothing is known)" if missing else _expected(fault)
        if place in found and found[place].expected != expected:
            expected = f"{found[place].expected}, or {expected}"
        found[place] = ContentError(name, prefix + place, value, expected)
    return list(found.values())


def _place(data: Any, location: Sequence[int | str], missing: bool) -> tuple[str, object]:
    """The path as the file has it: pydantic also names the kinds of a union, which are left out."""
    path: list[str] = []
    for part in location:
        inside = (isinstance(data, Mapping) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            path.append(str(part))
            data = data[part]
        elif missing and part == location[-1]:
            return ".".join([*path, str(part)]), None
    return ".".join(path), data


def _expected(fault: Any) -> str:
    context = fault.get("ctx", {})
    match fault["type"]:
        case "expected":
            return str(context["what"])
        case "extra_forbidden":
            return "no such key here"
        case "literal_error":
            return f"one of {context['expected']}"
        case "string_pattern_mismatch":
            return f"text in the form {context['pattern']}"
    message = str(fault["msg"])
    return message.removeprefix("Input should be ").removeprefix("String should be ")
