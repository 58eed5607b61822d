"""``catalog.toml``: what a person knows about a plan and its text does not say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import CatalogError

Entry = Mapping[str, object]


def read_catalog(path: Path) -> dict[str, Entry]:
    """Entries by plan id; empty when there is no such file. Raises CatalogError on bad TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path}: không đọc được danh mục văn bản ({error}).") from None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(f"{path}: danh mục văn bản viết sai ({error}).") from None
    for plan_id, entry in tables.items():
        if not isinstance(entry, dict):
            raise CatalogError(f"{path}: mục “{plan_id}” phải là một bảng [{plan_id}].")
    return tables
