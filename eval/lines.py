"""JSON Lines files, read with errors that name the file and the line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.errors import EvalError


def read_objects(path: Path, error: type[EvalError]) -> Iterator[tuple[str, dict[str, Any]]]:
    """("file:line", object) for each line that is not blank; raises ``error``."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise error(f"{path}: không đọc được tệp; hãy kiểm tra đường dẫn.") from problem
    except UnicodeDecodeError as problem:
        raise error(f"{path}: tệp không phải UTF-8; hãy lưu lại bằng mã UTF-8.") from problem
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield (where := f"{path}:{number}"), _object(line, where, error)


def _object(line: str, where: str, error: type[EvalError]) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as problem:
        raise error(f"{where}: dòng không phải JSON hợp lệ; hãy sửa dòng này.") from problem
    if not isinstance(value, dict):
        raise error(f"{where}: dòng phải là một đối tượng JSON; hãy sửa dòng này.")
    return value
