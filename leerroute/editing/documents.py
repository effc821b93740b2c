"""Content files as texts that keep their comments, order and form when a value in them changes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from leerroute.catalogue.files import parse_yaml

Data = dict[str, Any]
FLOWING = ("field", "from")  # a condition or a window stands on one line
UPRIGHT = ("references",)  # addresses stand under each other
_WIDE = 100_000


def data_of(text: str, file: str) -> Data:
    """The plain data of a file as the loader reads it. Raises ContentErrors."""
    found = parse_yaml(text, file)
    return found if isinstance(found, dict) else {}


def with_data(text: str, data: Mapping[str, Any]) -> str:
    """The text with these data, in which everything that stays the same stays as it was written."""
    yaml = _yaml()
    document = yaml.load(text) if text.strip() else CommentedMap()
    _fill(document, data)
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _WIDE
    yaml.preserve_quotes = True
    yaml.representer.ignore_aliases = lambda _: True  # the loader takes no anchors: every value is written out
    yaml.representer.add_representer(
        type(None), lambda representer, _: representer.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return yaml


def _fill(old: CommentedMap, new: Mapping[str, Any]) -> None:
    for key in [key for key in old if key not in new]:
        del old[key]
    for key, value in new.items():
        if key not in old or not _same(old[key], value):
            old[key] = _renewed(old.get(key), value, key)


def _renewed(old: Any, new: Any, key: str) -> Any:
    if isinstance(old, CommentedMap) and isinstance(new, Mapping):
        _fill(old, new)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list) and old:
        _refill(old, new, key)
        return old
    return _built(new, key)


def _refill(old: CommentedSeq, new: list[Any], key: str) -> None:
    """Items that stay are the same nodes, with their comments; one that changed in its place is changed there."""
    former = list(old)
    unused = [item for item in former if not any(_same(item, value) for value in new)]
    items = []
    for place, value in enumerate(new):
        same = next((item for item in former if _same(item, value)), None)
        in_place = former[place] if place < len(former) and any(former[place] is item for item in unused) else None
        items.append(same if same is not None else _renewed(in_place, value, key))
    old[:] = items


def _same(old: Any, new: Any) -> bool:
    """Equal as YAML: true is not 1, and a text is not the date it looks like."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return old.keys() == new.keys() and all(_same(old[key], new[key]) for key in new)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(_same(*pair) for pair in zip(old, new, strict=True))
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)


def _built(value: Any, key: str = "") -> Any:
    if isinstance(value, Mapping):
        made = CommentedMap((name, _built(part, name)) for name, part in value.items())
        if any(name in value for name in FLOWING) and not any(isinstance(part, list | dict) for part in _groups(value)):
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        items = CommentedSeq(_built(part) for part in value)
        if not value or (key not in UPRIGHT and not any(isinstance(part, Mapping) for part in value)):
            items.fa.set_flow_style()
        return items
    return value


def _groups(value: Mapping[str, Any]) -> list[Any]:
    """Parts that need lines of their own: lists of more than words, and texts by language."""
    return [
        part
        for part in value.values()
        if isinstance(part, Mapping) or (isinstance(part, list) and any(isinstance(item, Mapping) for item in part))
    ]


def as_notation(value: Any) -> str:
    """A part of a file by itself, as it would be written."""
    if value in ([], {}, None):
        return ""
    out = io.StringIO()
    yaml = _yaml()
    yaml.indent(mapping=2, sequence=2, offset=0)
    yaml.dump(_built(value), out)
    return out.getvalue()
