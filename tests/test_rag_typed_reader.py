from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.fold import fold, strip_marks
from rag.typed.lattice import Choice, choose
from rag.typed.reader import read_typed
from rag.typed.vocabulary import Counts, Vocabulary, as_counted

_PLANS = sorted((Path(__file__).parent.parent / "corpus" / "plans").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in _PLANS]
LOCALITIES = ("Hà Tĩnh", "Đức Phổ", "Quảng Ngãi", "Đà Lạt", "Thủy Nguyên")
WORDS = Vocabulary.from_texts(TEXTS, LOCALITIES)

READ = [
    # Telex and VNI
    ("ddooj che phur ruwngf cuar DDaf Latj", "độ che phủ rừng của Đà Lạt"),
    ("ty3 le65 d9o6 thi5 ho1a Thu3y Nguye6n na8m 2030", "tỷ lệ đô thị hóa Thủy Nguyên năm 2030"),
    ("DDaf Latj cos taxi vaf 5G khoong?", "Đà Lạt có taxi và 5G không?"),
    ("quyeets ddinhj 15/2021/QDD-UBND", "quyết định 15/2021/QĐ-UBND"),
    ("co7 quan nao2 chu3 tri2?", "cơ quan nào chủ trì?"),
    # no diacritics
    ("chi tieu cay xanh nam 2030 cua Ha Tinh?", "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?"),
    ("dien tich san nha o binh quan ha tinh nam 2025", "diện tích sàn nhà ở bình quân Hà Tĩnh năm 2025"),
    ("chi tieu cap quang nam 2025 cua ha tinh", "chỉ tiêu cáp quang năm 2025 của Hà Tĩnh"),
    ("chi tieu cay xanh cua hai phong", "chỉ tiêu cây xanh của Hải Phòng"),
    ("da nang dat bao nhieu phan tram", "Đà Nẵng đạt bao nhiêu phần trăm"),
    ("chi tieu cua hoa binh", "chỉ tiêu của Hòa Bình"),
    ("ke hoach 151/KH-UBND ai ky", "kế hoạch 151/KH-UBND ai ký"),
    ("diem b khoan 2 muc II ke hoach quang ngai", "điểm b khoản 2 mục II kế hoạch Quảng Ngãi"),
    ('tim cum tu "khuyen khich co so"', 'tìm cụm từ "khuyen khich co so"'),
    # some diacritics
    ("Thủy Nguyen đến nam 2045 là đo thị loại mấy", "Thủy Nguyên đến năm 2045 là đô thị loại mấy"),
    ("Quang Ngãi giao ai theo dõi, don đốc kế hoach", "Quảng Ngãi giao ai theo dõi, đôn đốc kế hoạch"),
    # slips
    ("Tỷ lệ đô thi hóaa Hà Tĩnh năm 2030", "Tỷ lệ đô thị hóa Hà Tĩnh năm 2030"),
    ("chỉ tiêu cây xnah năm 2030 Đức Phổ", "chỉ tiêu cây xanh năm 2030 Đức Phổ"),
    ("diện tích sàn nhà ở bình quan Thủy Nguyênn", "diện tích sàn nhà ở bình quân Thủy Nguyên"),
    ("trồng cây gổ lớn", "trồng cây gỗ lớn"),
    ("Hà Tỉnh và Quãng Ngải", "Hà Tĩnh và Quảng Ngãi"),
    # short forms
    ("TL ĐTH của HT đến 2030?", "tỷ lệ đô thị hóa của Hà Tĩnh đến 2030?"),
    ("so sanh HT va ĐP ve cay xanh", "so sánh Hà Tĩnh và Đức Phổ về cây xanh"),
]  # fmt: skip

PLAIN = [
    ("TỶ LỆ ĐÔ THỊ HÓA HÀ TĨNH 2030", "tỷ lệ đô thị hóa Hà Tĩnh 2030"),
    ("UBND TỈNH QUẢNG NGÃI VÀ 151/KH-UBND", "UBND tỉnh Quảng Ngãi và 151/KH-UBND"),
    ("tỷ lệ ĐTH TX Đức Phổ 2025", "tỷ lệ đô thị hóa TX Đức Phổ 2025"),
    ("Sở TT&TT Quảng Ngãi chủ trì nhiệm vụ nào?", "Sở thông tin và truyền thông Quảng Ngãi chủ trì nhiệm vụ nào?"),
    ("Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh?", "Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh?"),
    ("Hà Giang, Đức Phú, Quảng Ngạn", "Hà Giang, Đức Phú, Quảng Ngạn"),
    ("Đức Phổ có áp dụng GIS, smart city và logistics không?", "Đức Phổ có áp dụng GIS, smart city và logistics không?"),
    ("diện tích 9,7 m2/người, 5G", "diện tích 9,7 m2/người, 5G"),
    ("khoan2 muc2", "khoan2 muc2"),
    ("", ""),
    ("?", "?"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_what_was_meant(typed: str, meant: str) -> None:
    read = read_typed(typed, WORDS)
    assert read.text == meant
    assert read.guessed


@pytest.mark.parametrize(("typed", "meant"), PLAIN)
def test_what_needs_no_guess(typed: str, meant: str) -> None:
    read = read_typed(typed, WORDS)
    assert read.text == meant
    assert not read.guessed


@pytest.mark.parametrize("typed", [meant for _, meant in READ])
def test_readable_questions_stay(typed: str) -> None:
    assert fold(read_typed(typed, WORDS).text) == fold(typed)


@pytest.mark.parametrize(
    "typed", ["Tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh là bao nhiêu?", "So sánh Đức Phổ và Đà Lạt"]
)
def test_a_plain_question_does_not_read_the_collection(typed: str) -> None:
    class Unread(Vocabulary):
        def counts(self) -> Counts:
            raise AssertionError("read")

    assert read_typed(typed, Unread((), ())).text == typed


def test_without_a_collection_question_words_and_places_are_known() -> None:
    empty = Vocabulary.from_texts([])
    read = read_typed("bao nhieu phan tram nam 2030 cua hai phong", empty)
    assert read.text == "bao nhiêu phần trăm năm 2030 của Hải Phòng"


def accuracy(text: str, counts: Counts) -> tuple[int, int]:
    """Syllables restored rightly, and all of them."""
    right = total = 0
    for line in text.splitlines():
        tokens = [as_counted(t) for t in re.findall(r"[^\W\d_]+|\d+|[.;:!?]", line.lower())]
        slots = [
            [Choice(r, 1.0) for r in counts.readings.get(strip_marks(token), (strip_marks(token),))]
            for token in tokens
        ]
        for token, chosen in zip(tokens, choose(slots, counts), strict=True):
            right += token.isalpha() and token == chosen.reading
            total += token.isalpha()
    return right, total


def test_diacritics_of_a_plan_are_restored_from_the_others() -> None:
    right = total = 0
    for left_out in TEXTS:
        counts = Vocabulary.from_texts([text for text in TEXTS if text is not left_out]).counts()
        own = accuracy(left_out, counts)
        right, total = right + own[0], total + own[1]
    assert total > 20_000
    assert right / total > 0.975


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_anything_can_be_typed(text: str) -> None:
    assert isinstance(read_typed(text, WORDS).text, str)


@given(
    st.lists(
        st.sampled_from(
            ["151/KH-UBND", "06-NQ/TW", "9,7", "2030", "22/9/2022", "60-70%", "5G", "m2"]
        ),
        max_size=6,
    ),
    st.sampled_from([" ", " cua ", ", của ", " cuar thij "]),
)
@settings(deadline=None)
def test_numbers_stay(numbers: list[str], between: str) -> None:
    read = read_typed(between.join(numbers), WORDS).text
    at = 0
    for number in numbers:
        at = read.index(number, at) + len(number)


def test_decomposed_letters_are_read() -> None:
    typed = unicodedata.normalize("NFD", "Tỷ lệ đô thị hóa năm 2030")
    assert read_typed(typed, WORDS).text == "Tỷ lệ đô thị hóa năm 2030"
    assert not read_typed(typed, WORDS).guessed
