"""rag.meaning.lexicon: groups of wordings that stand apart, lead with official words and are found."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from corpus.fold import fold, strip_marks
from rag.meaning import lexicon as module
from rag.meaning.lexicon import abbreviations, lexicon
from rag.meaning.words import words
from rag.typed.syllable import is_bare_syllable

_ROOT = Path(__file__).parents[1]
_TOML = (_ROOT / "rag" / "meaning" / "lexicon.toml").read_text(encoding="utf-8")
_SAME: list[list[str]] = tomllib.loads(_TOML)["same"]
_PLANS = [
    " ".join(fold(path.read_text(encoding="utf-8")).split())
    for path in sorted((_ROOT / "corpus" / "plans").glob("*.txt"))
]
_GENERAL = {
    match.group(1)
    for match in re.finditer(r'^ *\["([^"]+)".*\], *# general$', _TOML, flags=re.MULTILINE)
}


def _folded(phrase: str) -> str:
    return " ".join(word.folded for word in words(phrase))


def _plain(phrase: str) -> str:
    return " ".join(word.plain for word in words(phrase))


def _in_plans(phrase: str) -> bool:
    return any(fold(phrase) in text for text in _PLANS)


def _found(question: str) -> set[str]:
    """Every other wording that the lexicon gives for a question that is one phrase."""
    typed = words(question)
    length, others = lexicon().match(typed, 0)
    assert length in {0, len(typed)}
    return {" ".join(word.folded for word in other) for other in others}


def test_every_group_has_other_words() -> None:
    assert [group for group in _SAME if len(group) < 2] == []


@pytest.mark.parametrize("read", [_folded, _plain], ids=["folded", "without diacritics"])
def test_no_phrase_stands_twice(read: object) -> None:
    # The lexicon is looked up without diacritics: of two phrases alike, one would never be found.
    assert callable(read)
    counted = Counter(read(phrase) for group in _SAME for phrase in group)
    assert [phrase for phrase, times in counted.items() if times > 1] == []


def test_no_phrase_is_empty_or_untidy() -> None:
    phrases = [phrase for group in _SAME for phrase in group]
    assert [p for p in phrases if not words(p) or p != " ".join(p.split())] == []


def test_a_group_leads_with_words_of_the_plans_or_says_that_it_is_general() -> None:
    leading = {group[0] for group in _SAME}
    assert leading >= _GENERAL
    assert [phrase for phrase in leading - _GENERAL if not _in_plans(phrase)] == []
    assert len(leading - _GENERAL) >= 0.4 * len(leading)


def test_general_groups_lead_with_words_that_the_plans_lack() -> None:
    assert [phrase for phrase in _GENERAL if _in_plans(phrase)] == []


def test_no_single_syllable_reads_as_a_word_without_diacritics() -> None:
    """ "chợ" would be found in every "cho", "tính" in every "tinh"."""
    unmarked = {w.folded for text in _PLANS for w in words(text) if not w.marked}
    singles = [words(p)[0] for group in _SAME for p in group if len(words(p)) == 1]
    assert [w.folded for w in singles if w.marked and w.plain in unmarked] == []


def test_the_lexicon_holds_every_group() -> None:
    found = {tuple(" ".join(w.folded for w in p) for p in group) for group in lexicon().groups}
    for row in _SAME:
        expected = tuple(map(_folded, row))
        assert any(group[: len(expected)] == expected for group in found), row


def test_every_phrase_finds_the_others_of_its_group() -> None:
    missed = {
        phrase: missing
        for group in _SAME
        for phrase in group
        if (missing := set(map(_folded, group)) - {_folded(phrase)} - _found(phrase))
    }
    assert missed == {}


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("nhà giá rẻ", "nhà ở xã hội"),
        ("mo ma", "nghĩa trang"),
        ("mồ mả", "nghĩa trang"),
        ("sổ sách trên mạng", "chính quyền điện tử"),
        ("nước phông tên", "nước sạch"),
        ("hốt rác", "thu gom rác thải"),
        ("kẹt xe", "ùn tắc giao thông"),
        ("tắc đường", "ùn tắc giao thông"),
        ("bỏ bớt", "cắt giảm"),
        ("dời đi", "di dời"),
        ("giai toa", "giải phóng mặt bằng"),
        ("nhà thương", "bệnh viện"),
        ("thiêu xác", "hỏa táng"),
        ("tàu điện", "đường sắt đô thị"),
        ("lụt phố", "ngập úng"),
        ("gắn máy đo", "quan trắc"),
        ("bếp củi", "chất đốt"),
        ("đắp chiếu", "dự án đô thị chậm triển khai"),
        ("găm giữ nhà đất", "đầu cơ bất động sản"),
        ("siết lại", "siết chặt"),
        ("đồng nát", "phế liệu"),
        ("dân chài", "ngư dân"),
        ("thẻ vàng", "khai thác thủy sản bất hợp pháp, không báo cáo và không theo quy định"),
        ("chích điện", "khai thác tận diệt"),
        ("di tản", "sơ tán"),
        ("đi làm ở nước ngoài", "xuất khẩu lao động"),
        ("chết đuối", "đuối nước"),
        ("chỗ nộp hồ sơ", "bộ phận một cửa"),
        ("hạch sách", "nhũng nhiễu"),
        ("vay nong", "tín dụng đen"),
        ("NNL", "nguồn nhân lực"),
    ],
)
def test_everyday_words_lead_to_official_ones(typed: str, official: str) -> None:
    assert _folded(official) in _found(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nước sạch", "nước thải"),
        ("cây xanh", "độ che phủ của rừng"),
        ("chiếu sáng công cộng", "cấp điện"),
        ("đường sắt đô thị", "giao thông công cộng"),
        ("đường sắt đô thị", "đường sắt"),
        ("đường hàng không", "sân bay"),
        ("đường biển", "cảng biển"),
        ("y tế", "bệnh viện"),
        ("nhà ở xã hội", "nhà ở thương mại"),
        ("đất giao thông", "đất xây dựng đô thị"),
        ("bãi đỗ xe", "phí đỗ xe"),
        ("di dời", "xóa bỏ"),
        ("kinh tế ban đêm", "chợ đêm"),
        ("y tế dự phòng", "tiêm chủng"),
        ("phân loại đô thị", "nâng loại đô thị"),
        ("cấp nước nông thôn", "thoát nước"),
        ("xuất khẩu", "nhập khẩu"),
        ("khai thác thủy sản", "nguồn lợi thủy sản"),
        ("giống cây trồng", "giống vật nuôi"),
        ("khiếu nại", "tham nhũng"),
        ("điện gió", "thủy điện"),
        ("bảo hiểm y tế", "bảo hiểm thất nghiệp"),
        ("khai sinh", "khai tử"),
    ],
)
def test_neighbouring_subjects_stay_apart(one: str, other: str) -> None:
    assert _folded(other) not in _found(one)


def test_the_longest_phrase_wins() -> None:
    typed = words("cáp quang băng rộng cáp quang")
    assert lexicon().match(typed, 2)[0] == 4


def test_a_word_typed_with_diacritics_must_agree() -> None:
    assert lexicon().match(words("mơ ma"), 0) == (0, ())


def test_abbreviations_are_looked_up_without_diacritics() -> None:
    assert abbreviations()["noxh"] == "nhà ở xã hội"
    assert all(short == short.lower() for short in abbreviations())


def test_no_short_form_reads_as_a_syllable_or_as_another_short_form() -> None:
    shorts = [strip_marks(short) for short in tomllib.loads(_TOML)["abbreviations"]]
    assert [short for short in shorts if is_bare_syllable(short)] == []
    meant: dict[str, set[str]] = {}
    for short, long in tomllib.loads(_TOML)["abbreviations"].items():
        meant.setdefault(strip_marks(short), set()).add(long)
    assert {short for short, longs in meant.items() if len(longs) > 1} <= {"dt"}  # "DT", "ĐT"


def test_the_lexicon_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = lexicon()
    monkeypatch.setattr(module, "_FILE", Path("no-such-file.toml"))
    assert lexicon() is first
