"""Answers cut into statements."""

from __future__ import annotations

from eval_fake import BINH_MINH, answer, cite

from eval.statements import quoted_parts, shown, statements
from rag.answer import Answer, Cell, Row, Status, Table


def _said(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.text, one.markers) for one in statements(answer(text))]


def test_each_sentence_has_its_markers() -> None:
    assert _said("Trên 45% [1]. Khoảng 7-9 m² [2] [3].\nSở Xây dựng [4]") == [
        ("Trên 45%.", (1,)),
        ("Khoảng 7-9 m².", (2, 3)),
        ("Sở Xây dựng", (4,)),
    ]


def test_a_marker_after_the_full_stop_belongs_before_it() -> None:
    assert _said("Trên 45%. [1] Khoảng 7-9 m². [2]") == [
        ("Trên 45%.", (1,)),
        ("Khoảng 7-9 m².", (2,)),
    ]


def test_sentences_without_a_marker_share_the_next_of_their_line() -> None:
    assert _said("Trên 45%. Khoảng 7-9 m² [2]\nKhông nêu.") == [
        ("Trên 45%.", (2,)),
        ("Khoảng 7-9 m²", (2,)),
        ("Không nêu.", ()),
    ]


def test_a_decimal_comma_and_a_date_end_nothing() -> None:
    assert len(_said("Khoảng 13,3-16% theo văn bản ngày 22.9.2022 của tỉnh [1]")) == 1


def test_cells_of_a_table_are_statements() -> None:
    cells = (Cell("khoảng 7-9 m²", 2030, 1), Cell("văn bản không nêu", None, None))
    table = Table(("Bình Minh", "Hải Vân"), (Row("Cây xanh", cells),))
    compared = Answer(Status.ANSWERED, "", (cite(BINH_MINH, "khoảng 7-9m²"),), table)
    assert [(one.text, one.markers) for one in statements(compared)] == [
        ("Cây xanh, Bình Minh, năm 2030: khoảng 7-9 m²", (1,)),
        ("Cây xanh, Hải Vân: văn bản không nêu", ()),
    ]
    assert "hải vân" in shown(compared)
    assert "văn bản không nêu" in shown(compared)


def test_quotes_are_cut_where_words_are_left_out() -> None:
    text = "Kế hoạch ghi “Tỷ lệ đô thị hóa … đạt trên 45%” [1]"
    assert quoted_parts(text) == ("tỷ lệ đô thị hoá", "đạt trên 45%")
