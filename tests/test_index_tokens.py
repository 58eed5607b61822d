from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fold import strip_marks
from index.tokens import terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cây xanh", ["cay", "xanh", "cay xanh"]),
        ("ĐÔ THỊ", ["do", "thi", "do thi"]),
        ("cây xanh. Nhà ở", ["cay", "xanh", "cay xanh", "nha", "o", "nha o"]),
        ("nhà ở; cây", ["nha", "o", "nha o", "cay"]),
        ("mục đích, yêu cầu", ["muc", "dich", "yeu", "cau", "muc dich", "dich yeu", "yeu cau"]),
        ("9,7 m²", ["9,7", "m2", "9,7 m2"]),
        ("9,7m²/người", ["9,7", "m2", "nguoi", "9,7 m2", "m2 nguoi"]),
        ("1.234,5 ha", ["1.234,5", "ha", "1.234,5 ha"]),
        ("60 - 70%", ["60", "70", "60 70"]),
        ("2021-2030", ["2021", "2030", "2021 2030"]),
        ("24/01/2022", ["24", "1", "2022", "24 1", "1 2022"]),
        ("năm 2025 - xây dựng", ["nam", "2025", "xay", "dung", "nam 2025", "2025 xay", "xay dung"]),
        ("năm2030", ["nam", "2030", "nam 2030"]),
        ("", []),
        ("… ; ! -", []),
    ],
)
def test_terms_of_a_phrase(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("cây xanh đô thị", "cay xanh do thi"),
        ("tỷ lệ", "tỉ lệ"),
        ("kỹ thuật", "kĩ thuật"),
        ("hóa", "hoá"),
        ("Ủy ban", "uỷ ban"),
        ("06-NQ/TW", "6-nq/tw"),
        ("151 /KH-UBND", "151/kh-ubnd"),
        ("02 đô thị", "2 do thi"),
        ("9,7 m²", "9.7 m2"),
        ("Số 71/2025/NQ-HĐND", "so 71/2025/nq-hdnd"),
    ],
)
def test_both_spellings_give_the_same_terms(printed: str, typed: str) -> None:
    assert terms(printed) == terms(typed)


@pytest.mark.parametrize(
    "code", ["151/KH-UBND", "06-NQ/TW", "72/2025/QH15", "29-CTr/TU", "42-CTr/HU"]
)
def test_a_code_is_found_whole_and_by_its_parts(code: str) -> None:
    whole = strip_marks(code).lstrip("0")
    found = terms(f"Thực hiện Kế hoạch số {code} ngày 22/9/2022")
    assert found.count(whole) == 1
    parts = whole.replace("/", " ").replace("-", " ")
    assert set(terms(parts)) <= set(found)


def test_words_after_a_year_are_no_code() -> None:
    assert not [term for term in terms("giai đoạn 2026 - 2030, xã A - xã B") if "-" in term]


@given(st.text(max_size=200))
def test_any_text_gives_terms_without_diacritics_or_capitals(text: str) -> None:
    for term in terms(text):
        assert term
        assert 1 <= len(term.split(" ")) <= 2
        assert strip_marks(term) == term


@given(st.lists(st.sampled_from(["cây", "xanh", "151/KH-UBND", "9,7", "m²", "."]), max_size=20))
def test_index_and_question_agree_on_any_part_of_a_text(tokens: list[str]) -> None:
    whole = terms(" ".join(tokens))
    for size in range(len(tokens)):
        assert set(terms(" ".join(tokens[:size]))) <= set(whole)
