"""corpus.cleaning.missing_labels: a point whose line break was lost is found by the gap in the numbering."""

from __future__ import annotations

import pytest

from corpus.cleaning.missing_labels import with_missing_labels
from corpus.outline import read_outline
from corpus.text import normalise


@pytest.mark.parametrize(
    ("paragraphs", "cut"),
    [
        (["a. Đo mỗi tháng b. Nơi đo", "c. Cách đo"], ["a. Đo mỗi tháng", "b. Nơi đo", "c. Cách đo"]),
        (["a) Đo", "- Hồ An b) Nơi đo", "c) Cách đo"], ["a) Đo", "- Hồ An", "b) Nơi đo", "c) Cách đo"]),
        (["1. Đo nước. 2. Đo khí.", "3. Đo đất."], ["1. Đo nước.", "2. Đo khí.", "3. Đo đất."]),
        (["2.1. Đo nước. 2.2. Đo khí.", "2.3. Đo đất."], ["2.1. Đo nước.", "2.2. Đo khí.", "2.3. Đo đất."]),
        (["d) Đo đ) Nơi đo", "e) Cách đo"], ["d) Đo", "đ) Nơi đo", "e) Cách đo"]),
    ],
)  # fmt: skip
def test_the_missing_label_begins_a_paragraph(paragraphs: list[str], cut: list[str]) -> None:
    assert with_missing_labels(paragraphs) == cut


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["a. Đo mỗi tháng b. Nơi đo", "b. Cách đo"],  # nothing is missing
        ["a. Đo mỗi tháng a. Nơi đo", "b. Cách đo"],
        ["a. Đo mỗi tháng c. Nơi đo", "d. Cách đo"],  # two are missing
        ["a) Đo theo điểm b) Khoản 2", "c) Cách đo"],  # cited
        ["a) Đo theo điểm a, b) Khoản 2", "c) Cách đo"],
        ["a. Đo mỗi tháng b) Nơi đo", "c. Cách đo"],  # another mark
        ["a. Đo b. Nơi đo b. Nơi khác", "c. Cách đo"],  # which of the two?
        ["a. Đo b. nơi đo", "c. Cách đo"],
        ["1. Đạt cấp độ 2. Đo nước.", "3. Đo đất."],  # no sentence ends before the number
        ["a. Đo b. Nơi đo", "2. Việc khác", "c. Cách đo"],  # another list
        ["a. Đo", "| Đo b. Nơi đo |", "c. Cách đo"],
    ],
)
def test_what_only_looks_so_stays_whole(paragraphs: list[str]) -> None:
    assert with_missing_labels(paragraphs) == paragraphs


def test_the_items_of_the_missing_point_are_its_own() -> None:
    text = normalise("I. ĐO ĐẠC\n\na. Mỗi tháng b. Nơi đo\n\n- Hồ An\n\nc. Cách đo")
    outline = read_outline(text)
    assert [section.path for section in outline.sections] == [
        "I",
        "I.a",
        "I.b",
        "I.b.gạch 1",
        "I.c",
    ]
    assert outline.warnings == ()
