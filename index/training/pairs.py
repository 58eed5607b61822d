"""Training pairs on disk: a question or title, and a text that answers it."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import ModelError

# How often a pair of a file is drawn in one round, by the file's name; 1 for any other file.
# Plans, decisions and gazettes are few and the closest to our documents; a cross-reference says
# only that two articles have to do with each other.
WEIGHTS = {
    "everyday_questions": 12.0,
    "gov_docs_sections": 3.0,
    "congbao_article": 2.0,
    "gov_news_policy": 2.0,
    "phapdien_related": 0.2,
}
_LONGEST = 3000  # code points of a positive that are kept; crops are far shorter
_FILE_NAME = re.compile(r"\S+\.txt\b")  # left in some titles by whoever collected them


@dataclass(frozen=True, slots=True)
class Pair:
    """One example: the query should find the positive."""

    query: str
    positive: str
    weight: float


def read_pairs(folder: Path) -> list[Pair]:
    """Pairs of every ``*.jsonl`` and ``*.jsonl.xz`` of the folder, in file order.

    Raises ModelError naming the file and the line that is not a pair, or the empty folder.
    """
    files = sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.xz")])
    pairs = [pair for path in files for pair in _read_file(path)]
    if not pairs:
        raise ModelError(
            f"Không có cặp huấn luyện nào trong {folder}. Hãy trỏ --pairs tới thư mục có tệp "
            ".jsonl hoặc .jsonl.xz."
        )
    return pairs


def _read_file(path: Path) -> Iterator[Pair]:
    weight = WEIGHTS.get(path.name.split(".")[0], 1.0)
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield _read_line(line, weight, f"{path}, dòng {number}")


def _read_line(line: str, weight: float, where: str) -> Pair:
    try:
        row = json.loads(line)
        query, positive = _FILE_NAME.sub("", row["query"]), row["positive"][:_LONGEST]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"Cặp huấn luyện không hợp lệ tại {where}: mỗi dòng cần là một đối tượng JSON có "
            '"query" và "positive".'
        ) from error
    return Pair(query, positive, weight)
