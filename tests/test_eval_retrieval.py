"""Search measured on a set of files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.fold import strip_marks
from eval.errors import RetrievalSetError
from eval.retrieval import measure, read_set, to_markdown, without_marks

TOPICS = ("cây xanh", "nhà ở", "rác thải")


@dataclass(frozen=True, slots=True)
class TopicEmbedder:
    """One dimension a topic: 1 where the text names it. "công viên" is as good as "cây xanh"."""

    name: str = "topics"
    fingerprint: str = "0"
    dimension: int = len(TOPICS)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, zeros where no topic is named."""
        plain = [strip_marks(text).replace("cong vien", "cay xanh") for text in texts]
        rows = [[float(strip_marks(topic) in text) for topic in TOPICS] for text in plain]
        found = np.asarray(rows, dtype=np.float32)
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(norms, 1e-9), dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same as for queries."""
        return self.embed_queries(texts)


CORPUS = [
    {"id": "p1", "title": "Đô thị", "text": "Trồng cây xanh đường phố"},
    {"id": "p2", "title": "", "text": "Xây nhà ở xã hội"},
    {"id": "p3", "title": "", "text": "Thu gom rác thải"},
]
QUERIES = [
    {"id": "q1", "text": "cây xanh đường phố"},
    {"id": "q2", "text": "làm thêm công viên"},
    {"id": "q3", "text": "thu gom"},
    {"id": "q4", "text": "không ai hỏi"},
]
QRELS = [
    {"query_id": "q1", "doc_id": "p1", "score": 1},
    {"query_id": "q2", "doc_id": "p1", "score": 1},
    {"query_id": "q3", "doc_id": "p3", "score": 1},
    {"query_id": "q3", "doc_id": "p2", "score": 0},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, records in (("corpus", CORPUS), ("queries", QUERIES), ("qrels", QRELS)):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_reading_a_set(folder: Path) -> None:
    found = read_set(folder)
    assert found.passages[0] == "Đô thị\nTrồng cây xanh đường phố"
    assert found.queries == ("cây xanh đường phố", "làm thêm công viên", "thu gom")
    assert found.relevant == (frozenset({0}), frozenset({0}), frozenset({2}))
    assert read_set(folder, 1).queries == found.queries[:1]


def test_each_way_finds_what_it_can(folder: Path) -> None:
    scores = {one.leg: one for one in measure(read_set(folder), TopicEmbedder())}
    assert scores["keyword"].hit_1.mean == pytest.approx(2 / 3)  # no word of q2 is in p1
    assert scores["dense"].hit_1.mean >= 2 / 3
    assert scores["hybrid"].hit_1.mean == 1.0
    assert scores["hybrid"].mrr_10.n == 3


def test_questions_without_diacritics_are_found_too(folder: Path) -> None:
    found = without_marks(read_set(folder))
    assert found.queries[0] == "cay xanh duong pho"
    assert measure(found, TopicEmbedder())[2].hit_1.mean == 1.0


def test_the_table(folder: Path) -> None:
    found = read_set(folder)
    text = to_markdown(found, measure(found, TopicEmbedder()), "thử")
    assert "thử: 3 đoạn, 3 câu hỏi" in text
    assert "| kết hợp | 100,0 % | 100,0 % | 100,0 % | 100,0 % – 100,0 % |" in text


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("corpus", "{", r"corpus\.jsonl:4: "),
        ("corpus", '{"id": "p4"}', r"corpus\.jsonl:4: thiếu trường “text”"),
        ("qrels", '{"query_id": "q1", "doc_id": "p9"}', r"qrels\.jsonl:5: “p9”"),
        ("queries", "[1]", r"queries\.jsonl:5: "),
    ],
)
def test_a_broken_line(folder: Path, name: str, line: str, words: str) -> None:
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(RetrievalSetError, match=words):
        read_set(folder)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RetrievalSetError, match="không đọc được"):
        read_set(tmp_path)


def test_no_question_has_an_answer(folder: Path) -> None:
    (folder / "qrels.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(RetrievalSetError, match="không có câu hỏi"):
        read_set(folder)
