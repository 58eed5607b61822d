"""Which fields of a plan a question asks for: "số bao nhiêu, ngày nào", "ai ký, chức vụ gì"."""

from __future__ import annotations

import re

from rag.asked import kinds
from rag.asked.patterns import spelled

# Where one thing that is asked ends and the next begins.
_JOINT = spelled(
    r"[,;:?]|\b(?:và|với|cùng(?: với)?|cũng như|đồng thời|cùng lúc)\b|\s-\s|\.(?=\s|$)"
)
_LEAD = r"(?:[^?]*\b(?:cho|biết|hỏi|nêu|ghi|rõ|tôi|mình|em|còn|thế) )?(?:cả )?"
_WHICH = r"(?:nào|gì|mấy|bao nhiêu|là gì)"
_OF_IT = (
    r"(?:(?: của)? (?:nó|kế hoạch|văn bản|chương trình)[^?]*| của [^?]*| vậy| thế| nhỉ| ạ| là gì)?"
)
_BODY = r"(?:cơ quan|đơn vị|tổ chức|cấp|tỉnh|địa phương|nơi)"


def _item(words: str) -> re.Pattern[str]:
    return spelled(rf"{_LEAD}(?:{words}){_OF_IT}")


# What is asked in few words beside others; a whole piece between two joints, or its end for the
# last row. Alone, "ngày nào" asks when something in the plan is done.
_ITEMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", _item(rf"(?:có |mang |là )?(?:số(?: hiệu)?(?: văn bản)?|ký hiệu)(?: {_WHICH})?")),
    ("date", _item(
        rf"(?:được )?(?:ban hành |ký |ra |thông qua )?(?:vào |từ )?(?:ngày|hôm|năm)(?: tháng)?(?: năm)?(?: {_WHICH})?"
        r"|(?:được )?(?:ban hành |ký |ra |thông qua )?(?:khi nào|bao giờ|lúc nào)")),
    ("signer_title", _item(
        rf"(?:(?:ông|bà|người)(?: ấy| này| đó| ký)? |anh ấy )?(?:đang )?(?:giữ |với |làm |là )?(?:chức vụ|chức danh|chức)(?: (?:của )?(?:người|ông|bà)(?: (?:ký|này|đó|ấy))?)?(?: {_WHICH})?")),
    ("issuer", _item(
        rf"(?:của |do |bởi |thuộc )?{_BODY} (?:nào|gì|ban hành)|cơ quan|của ai|ai ban hành")),
    ("type", _item(r"(?:thuộc |là )?(?:thể )?loại(?: văn bản)?(?: (?:nào|gì))?")),
    ("subject", _item(r"(?:nói )?về (?:việc|vấn đề|nội dung|lĩnh vực|cái)? ?gì")),
    ("recipients", _item(r"gửi (?:cho |đến |tới )?(?:những )?(?:ai|đâu|nơi nào)")),
)  # fmt: skip
_BY_WHOM = spelled(r"(?:bởi|do) ai")
_SIGNED = spelled(r"\bký\b")
_OF_WHOM = spelled(rf"\b(?:của|thuộc) {_BODY} nào\s*$")


def read_fields(folded: str) -> tuple[str, ...]:
    """Fields that a question for metadata asks for, in the order of its words.

    A pattern may begin at the plan's name: what counts is where the words that ask end.
    """
    found = [
        (match.end(), match.start(), field)
        for _, field, pattern in kinds.KINDS
        if field is not None and (match := pattern.search(folded)) is not None
    ]
    title = next(((start, end) for end, start, field in found if field == "signer_title"), None)
    if title is not None:  # "người ký … giữ chức vụ gì" is one question
        found = [
            each for each in found if each[2] != "signer" or not title[0] <= each[1] < title[1]
        ]
    found += [(end, start, field) for start, end, field in _listed(folded)]
    return tuple(dict.fromkeys(field for _, _, field in sorted(found)))


def only_fields(folded: str) -> tuple[str, ...]:
    """The fields of a question that holds nothing but them: "ngày nào?", "số và ngày"; else ()."""
    pieces = [piece for _, piece in _pieces(folded)]
    listed = _listed(folded)
    return (
        tuple(dict.fromkeys(field for _, _, field in listed)) if len(listed) == len(pieces) else ()
    )


def _listed(folded: str) -> list[tuple[int, int, str]]:
    """Start, end and field of each piece of the text that is nothing but the name of a field."""
    found = []
    for start, piece in _pieces(folded):
        field = next((field for field, item in _ITEMS if item.fullmatch(piece)), None)
        if field is None and _BY_WHOM.fullmatch(piece):
            field = "signer" if _SIGNED.search(folded) else "issuer"
        if field is None and _OF_WHOM.search(piece):
            field = "issuer"
        if field is not None:
            found.append((start, start + len(piece), field))
    return found


def _pieces(folded: str) -> list[tuple[int, str]]:
    """The text between joints, each piece with where it starts; empty ones left out."""
    ends = [*(match.span() for match in _JOINT.finditer(folded)), (len(folded), len(folded))]
    starts = [0, *(end for _, end in ends)]
    parts = [(start, folded[start:stop]) for start, (stop, _) in zip(starts, ends, strict=False)]
    return [(s + len(p) - len(p.lstrip()), p.strip()) for s, p in parts if p.strip()]
