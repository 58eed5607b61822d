"""Where a value holds: the words of scope inside the name of an indicator."""

from __future__ import annotations

import re

from corpus.fold import fold
from corpus.quantity.units import CAPITALS, folded

_CAPITAL = f"[{CAPITALS}]"
_PROPER = rf"(?:{_CAPITAL}[^\W_]*(?:\s(?:-\s)?(?={_CAPITAL}))?)+"
_PLACE = (
    r"(?:[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Hh]uyện|[Tt]ỉnh|[Qq]uận|[Pp]hường|[Xx]ã|TP\.?|TX\.?)"
)
_AREA = (
    r"(?:các\s|từng\s)?(?:nội thị|nội thành|nội đô|ngoại thị|ngoại thành|nông thôn|đô thị(?:\strung tâm|\slớn|\smới"
    r"|\shiện hữu)?|thành thị|miền núi|ven biển|trung tâm(?:\sđô thị)?|đồng bằng|hải đảo|"
    r"vùng đồng bào dân tộc thiểu số(?:\svà miền núi)?|biên giới)"
)
_UNIT = r"(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|vùng|nước|quốc|địa bàn|đô thị|thành|tp)"

# Matched in folded text; place names are looked for in the printed text, by their capitals.
_WORDS = re.compile(
    folded(
        rf"(?<![^\W_])(?:riêng\s|đối với\s)?(?:"
        rf"(?:của\s|trong\s|trên\s|phạm vi\s)*(?:toàn\s{_UNIT}|cả nước|cả tỉnh)"
        rf"|(?:trên|thuộc|tại)\sđịa bàn(?:\s(?:toàn\s)?{_UNIT})?"
        rf"|(?:của|tại|ở|trong|trên)\s(?:các\s)?khu vực\s{_AREA}(?:,\s(?:nội|ngoại)\s(?:thị|thành))?"
        rf"|(?<!kinh tế )(?<!dân số )(?<!dân cư )(?:các\s)?khu vực\s{_AREA}"
        rf"|(?:đối với|tại|ở)\s(?:các\s)?đô thị\s(?:từ\s)?loại\s(?:đặc biệt|[ivx]+)(?:\strở lên)?"
        rf"|(?:tại|ở)\s{_AREA}"
        rf"|của\s(?:các\sđô thị|(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường)(?!\s[^\W\d_]))"
        rf")(?![^\W_])"
    )
)
_NAMED = re.compile(
    rf"(?:[Rr]iêng\s|[Đđ]ối với\s)?(?:của\s|tại\s|ở\s|trên địa bàn\s)?(?:các\s)?(?:đô thị\s)?"
    rf"(?:{_PLACE}\s{_PROPER}|(?<=của\s)đô thị\s{_PROPER}|(?<=tại\s)đô thị\s{_PROPER}|(?<=ở\s)đô thị\s{_PROPER}|(?<=hoá\s)đô thị\s{_PROPER}|(?<=hóa\s)đô thị\s{_PROPER})"
)
_WHOLE = re.compile(folded(rf"(?:toàn\s{_UNIT}|cả nước|cả tỉnh|(?:trên\s)?địa bàn(?:\s{_UNIT})?)"))
_AIM_WORDS = re.compile(
    folded(
        r"^\W*(?:(?:các|một số|những)\s)?(?:mục tiêu|chỉ tiêu)(?:\s(?:cụ thể|chủ yếu|phát triển))?(?:\s(?:của|về|cho))?(?=\s)"
    )
)
_REMARK = re.compile(r"\s*\([^()]*\)\W*$")  # "Thành phố Vinh (đô thị loại I)"
_CAPITAL_TYPES = re.compile(r"(?:Thành Phố|Thị Xã|Thị Trấn)(?=\s)")
_CONNECTIVE = re.compile(folded(r"^(?:(?:của|trong|thuộc|(?:trên )?phạm vi|đối với)\s)+"))
_AFTER_VERB = re.compile(
    folded(
        r"(?<![^\W_])(?:(?<!trưởng )thành|là|lên|về|giữa|với|và|từ|đến|hình thành|mở rộng|nâng cấp|xây dựng|phát triển|đưa|công nhận|thành lập|nâng)\s$"
    )
)
_SMALL = re.compile(folded(r"[\s,:;.\-]*"))


def _spans(text: str) -> list[tuple[int, int]]:
    low = fold(text)
    spans = [match.span() for match in _NAMED.finditer(text)]
    spans += [match.span() for match in _WORDS.finditer(low)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif not _AFTER_VERB.search(low[max(0, start - 24) : start]):
            kept.append((start, end))
    return kept


def split_scope(text: str) -> tuple[str, str | None]:
    """Words without their scope, and the scope as printed (without "của", "trong") or None.

    "Tỷ lệ đất xây dựng đô thị toàn tỉnh" -> ("Tỷ lệ đất xây dựng đô thị", "toàn tỉnh"). "Kinh tế khu vực
    đô thị" keeps its words: there they are the subject.
    """
    spans = _spans(text) if text else []
    if not spans:
        return text, None
    rest, scopes, done = [], [], 0
    for start, end in spans:
        rest.append(text[done:start])
        words = text[start:end].strip(" ,")
        cut = _CONNECTIVE.match(fold(words))
        scopes.append(words[cut.end() :] if cut else words)
        done = end
    rest.append(text[done:])
    return " ".join("".join(rest).split()).strip(" ,:;-–"), ", ".join(scopes)


def only_scope(text: str) -> str | None:
    """The scope when a text is nothing else: "khu vực nội thị" of "Riêng khu vực nội thị, …"."""
    rest, scope = split_scope(text.strip())
    return scope if scope and _SMALL.fullmatch(rest) else None


def heading_scope(words: str) -> str | None:
    """The scope that a heading sets for what stands below it: "Thành phố Yên Bái", "Toàn tỉnh".

    ``words`` are those of the heading without its label and its years. None when it says more than
    where: a heading that names a thing is no scope.
    """
    words = _REMARK.sub("", words).strip(" \t:.,;-–*")
    if words.isupper():
        words = _CAPITAL_TYPES.sub(lambda match: match.group().capitalize(), words.title())
    aim = _AIM_WORDS.match(fold(words))
    scope = only_scope(words[aim.end() :].strip() if aim else words)
    return scope[:1].lower() + scope[1:] if scope else None


def within(outer: str | None, inner: str | None) -> str | None:
    """The scope of a value that names ``inner`` and stands under a heading on ``outer``."""
    if outer is None or inner is None:
        return inner or outer
    if fold(outer) in fold(inner) or _WHOLE.match(fold(outer)) or _WHOLE.match(fold(inner)):
        return inner
    return inner if _NAMED.match(inner) else f"{outer}, {inner}"
