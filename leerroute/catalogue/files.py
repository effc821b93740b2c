"""Reading content files: bounded in size, plain data only, one value per key."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from leerroute.catalogue.errors import ContentError, ContentErrors

MAX_YAML_BYTES = 200_000
MAX_CSV_BYTES = 2_000_000  # the postcodes of a whole country

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _ContentLoader(_Loader):  # type: ignore[misc]
    """Plain data as YAML 1.2 reads it: only true and false are booleans, so that `no` and `on` stay words."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key_node.value} twice", key_node.start_mark
                )
            seen.add(key_node.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def _day_or_words(loader: Any, node: yaml.ScalarNode) -> object:
    """A day that does not exist (30 February) stays text, so that the schema names the field where it stands."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return str(node.value)


def _with_words_as_words(loader: Any) -> None:
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in loader.yaml_implicit_resolvers.items()
    }
    pattern = yaml.resolver.re.compile(r"^(?:true|false)$")  # type: ignore[attr-defined]
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", pattern, ["t", "f"])


_with_words_as_words(_ContentLoader)
_ContentLoader.add_constructor("tag:yaml.org,2002:timestamp", _day_or_words)


def content_files(folder: Path) -> Iterator[Path]:
    """Every file that is content, in a fixed order."""
    return iter(sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".yml", ".yaml", ".csv")))


def content_hash(folder: Path) -> str:
    """Changes when any content file changes, and when the code that stores it does."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for root, paths in ((folder, content_files(folder)), (package, sorted(package.rglob("*.py")))):
        for path in paths:
            digest.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def read_yaml(path: Path, name: str) -> object:
    """The plain data of a file. Raises ContentErrors when it is too big, no YAML, or uses anchors."""
    return parse_yaml(_bounded_text(path, name, MAX_YAML_BYTES), name)


def parse_yaml(text: str, name: str) -> object:
    """The plain data of a text that is, or may become, the file of this name. Raises ContentErrors."""
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_YAML_BYTES:
        raise ContentErrors([ContentError(name, "", f"{size} bytes", f"at most {MAX_YAML_BYTES} bytes")])
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader)):
            raise ContentErrors([ContentError(name, "", "*", "no references to anchors (write the value out)")])
        return yaml.load(text, Loader=_ContentLoader)  # noqa: S506 — a safe loader
    except yaml.YAMLError as error:
        raise ContentErrors([ContentError(name, *_place(error), "YAML")]) from error


def read_csv(path: Path, name: str) -> list[dict[str, str]]:
    """The rows of a comma-separated file by the names of its first line."""
    text = _bounded_text(path, name, MAX_CSV_BYTES)
    reader = csv.DictReader(text.splitlines(), strict=True)
    rows: list[dict[str, str]] = []
    try:
        for row in reader:
            if None in row or None in row.values():
                expected = f"{len(reader.fieldnames or [])} values, as in the first line"
                raise ContentErrors([ContentError(name, f"line {reader.line_num}", list(row.values()), expected)])
            rows.append(row)
    except csv.Error as error:
        raise ContentErrors([ContentError(name, f"line {reader.line_num}", str(error), "CSV")]) from error
    return rows


def _bounded_text(path: Path, name: str, most: int) -> str:
    size = path.stat().st_size
    if size > most:
        raise ContentErrors([ContentError(name, "", f"{size} bytes", f"at most {most} bytes")])
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentErrors([ContentError(name, f"byte {error.start}", error.reason, "UTF-8")]) from error


def _place(error: yaml.YAMLError) -> tuple[str, str]:
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}" if mark else ""
    return place, str(getattr(error, "problem", None) or "unreadable text")
