"""Short forms written out where the understanding of a question needs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.fold import strip_marks
from corpus.places.words import CUES_AFTER, CUES_BEFORE, TYPE_WORDS
from rag.meaning.lexicon import abbreviations
from rag.typed.syllable import is_bare_syllable

# Plans print these short forms themselves, and organs are recognised by them.
_AS_PRINTED = frozenset({"ubnd", "hdnd", "mttq", "btv", "bch"})
# Short forms of several meanings: (short form, its words, what stands before, what stands after).
# Patterns run over text without diacritics; the short form must be typed in capitals.
_WORD_AFTER = r"\s+(?!\d|[ivx]+\b)[^\W\d_]"
_IN_CONTEXT: tuple[tuple[str, str, str, str], ...] = (
    ("TL", "tỷ lệ", r"(?:^|[^/\w.])\s*$", _WORD_AFTER),
    ("CTR", "chất thải rắn", r"(?:xu ly|thu gom|phan loai|luong|tai che)\s+$", r""),
    ("CTR", "chất thải rắn", r"", r"\s+(?:sinh hoat|y te|xay dung|cong nghiep|do thi|thong thuong)\b"),
    ("LĐ", "lao động", r"(?:nguoi|luc luong|thi truong|viec lam cho)\s+$", r""),
    ("GT", "giao thông", r"(?:dat|ha tang|cong trinh|an toan)\s+$", r""),
    ("TN", "tự nhiên", r"(?:dat|dien tich)\s+$", r""),
    ("CX", "cây xanh", r"(?:dat|dien tich|chi tieu|ty le|m2)\s+$", r""),
    ("DS", "dân số", r"(?:quy mo|ty le|tang)\s+$", r""),
    ("CC", "công cộng", r"(?:giao thong|cay xanh|chieu sang)\s+$", r""),
    ("NƠ", "nhà ở", r"(?:san|dien tich|phat trien|ve)\s+$", r""),
    ("DN", "doanh nghiệp", r"(?:cac|cong dong|ho tro|khoi|nhieu)\s+$", r""),
    ("VP", "văn phòng", r"", r"\s+(?:tinh uy|thanh uy|huyen uy|thi uy|ubnd|hdnd)\b"),
    ("VP", "vi phạm", r"xu ly\s+$", r""),
    ("ĐV", "đơn vị", r"(?:co quan,?|cac|nhung)\s+$", r""),
    ("TMĐT", "thương mại điện tử", r"(?:san|phat trien|doanh thu|giao dich|qua)\s+$", r""),
    ("TMĐT", "tổng mức đầu tư", r"du an\s+$", r""),
    ("AI", "trí tuệ nhân tạo", r"(?:ung dung|su dung|dung|mo hinh|tro ly(?: ao)?|cong nghe|nen tang|ra mat|he thong|phat trien|cong cu|chatbot|ve)\s+$", r""),
    ("KH", "kế hoạch", r"^\s*$", r"\s+(?:cua|tinh|thanh pho|thi xa|huyen|tp|nay|hanh dong)\b"),
    ("KH", "kế hoạch", r"(?:theo|trong|cua|ban hanh|thuc hien|trien khai)\s+$", r"\s+(?:cua|tinh|thanh pho|thi xa|huyen|tp|nay|hanh dong)\b"),
    ("AI", "trí tuệ nhân tạo", r"", r"\s+(?:phap luat|trong|vao|tao sinh|phuc vu|cho)\b"),
    ("GĐ", "giai đoạn", r"", r"\s+20\d\d"),
)  # fmt: skip
# How people write in chats, always in small letters.
_CHAT = {
    "ko": "không", "hok": "không", "khg": "không", "hông": "không", "đc": "được", "dc": "được",
    "ntn": "như thế nào", "t/h": "thực hiện", "bn": "bao nhiêu", "bnhiu": "bao nhiêu", "nhiu": "nhiêu", "nhìu": "nhiều",
}  # fmt: skip
# Words after which initials are those of a subject or an organ: "Sở TN", "diện tích TN".
_OTHER_NAMES = frozenset({"so", "bo", "dat", "tich", "phong", "ban"})
_SHORT = re.compile(r"(?<![\w/&-])(?:t/h|[^\W\d_]+(?:(?:\s?&\s?|[,-])[^\W\d_]+)*)(?![\w/&-])")
_PLAIN_SHORT = re.compile(r"(?<![\w/&-])[^\W\d_]+(?:(?:\s?&\s?|[,-])[^\W\d_]+)*(?![\w/&-])")


def spelled_out(text: str) -> str:
    """``text`` with the short forms of one meaning in words: "Sở TN&MT" -> "Sở tài nguyên …"."""
    return _SHORT.sub(lambda match: _longer(match.group()), text)


def _longer(short: str) -> str:
    if short in _CHAT:
        return _CHAT[short]
    key = strip_marks(re.sub(r"\s", "", short))
    if key in _AS_PRINTED or (short.islower() and is_bare_syllable(key)):
        return short
    if not _written_short(short):
        return short
    exact = _known().get(re.sub(r"\s", "", short.lower()))
    stroked = "đ" in short.lower()  # "ĐT" is not "DT"
    return exact or (short if stroked else _known().get(key, short))


def _written_short(short: str) -> bool:
    """All in capitals or all small: "ĐTH", "đth"; "Xd" or "Dt" is another word."""
    return short.isupper() or short.islower()


@cache
def _known() -> dict[str, str]:
    return {re.sub(r"\s", "", short): long for short, long in abbreviations().items()}


def guessed_out(text: str, localities: Sequence[str]) -> str:
    """``text`` with short forms in words that mean this only where they stand: "TL", "HT"."""
    plain = strip_marks(text)
    return _PLAIN_SHORT.sub(
        lambda match: (
            _in_context(match, plain) or _locality(match, plain, localities) or match.group()
        ),
        text,
    )


def _in_context(match: re.Match[str], plain: str) -> str | None:
    before, after = (
        plain[max(match.start() - 40, 0) : match.start()],
        plain[match.end() : match.end() + 40],
    )
    for short, long, left, right in _IN_CONTEXT:
        if match.group() == short and re.search(left, before) and re.match(right, after):
            return long
    return None


def _locality(match: re.Match[str], plain: str, localities: Sequence[str]) -> str | None:
    """The only locality of the collection with these initials, where a place can stand."""
    found = [name for name in localities if initials(name) == match.group()]
    return found[0] if len(found) == 1 and _place_stands(match, plain) else None


def initials(name: str) -> str:
    """First letters in capitals: "Đức Phổ" -> "ĐP"; words like "and" have none."""
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]+", name))


def _place_stands(match: re.Match[str], plain: str) -> bool:
    before = re.findall(r"\w+", plain[max(match.start() - 40, 0) : match.start()])
    after = re.match(r"\s*(\w*)", plain[match.end() :])
    following = after.group(1) if after else ""
    closed = not following or following.isdigit() or following in CUES_AFTER
    if not before:
        return True
    if before[-1] in _OTHER_NAMES:
        return False
    introduced = before[-1] in CUES_BEFORE or before[-1] in TYPE_WORDS
    return introduced or " ".join(before[-2:]) in TYPE_WORDS or closed
