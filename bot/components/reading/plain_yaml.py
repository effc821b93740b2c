"""YAML in which words stay words: only true and false are booleans (as in YAML 1.2), and no key stands twice.

In YAML 1.1 the English `no`, `yes`, `on` and the Turkish number `on` (ten) are booleans and got lost.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOOLEAN = "tag:yaml.org,2002:bool"


class _PlainLoader(_Loader):  # type: ignore[misc]
    """Safe, and without the words that YAML 1.1 takes for booleans."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' stands here twice", key.start_mark)
            seen.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != BOOLEAN]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver(BOOLEAN, re.compile(r"^(?:true|false)$"), ["t", "f"])


def read_yaml(path: Path) -> Any:
    """What a file holds; `yaml.YAMLError` names the line when it is none, or when a key stands twice."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainLoader)  # noqa: S506 — a safe loader
