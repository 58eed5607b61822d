"""By when a task is done: the label "Thời gian hoàn thành: …", or "hoàn thành trước …", inside its words."""

from __future__ import annotations

import re

from corpus.agencies.lists import AgencyText, Span
from corpus.assignments.parts import DEADLINE_WORDS, trimmed

_DAY = r"ngày \d[\d/.-]*(?: tháng \d{1,2})?(?: (?:năm \d{4}|h[aằ]ng năm))?"
_MONTH = r"tháng \d{1,2}(?:/\d{4}| năm \d{4}| h[aằ]ng năm)?"
_QUARTER = r"quý (?:[ivx]+|\d)(?:/\d{4}| năm \d{4}| h[aằ]ng năm)?"
_DUE = re.compile(
    r"(?:hoàn thành|xong)\s+(?P<due>(?:trước|trong|chậm nhất|vào|đến)\s(?:là\s)?(?:hết\s|cuối\s)?"
    rf"(?:{_DAY}|{_MONTH}|{_QUARTER}|năm \d{{4}}))"
)
# After the task's own sentence: "…. Thời hạn hoàn thành: trước ngày 31/5/2026."
_LABELLED = re.compile(rf"[.;]\s+(?:{DEADLINE_WORDS})\s?:\s*(?P<due>[^;\n]+?)(?=\.\s|[;\n]|\.?$)")


def find_deadline(source: AgencyText, start: int, end: int) -> Span | None:
    """The first deadline that a stretch states of its task; None when it states none."""
    folded = source.folded[start:end]
    match = _LABELLED.search(folded) or _DUE.search(folded)
    if match is None:
        return None
    due = trimmed(source.text, start + match.start("due"), start + match.end("due"))
    return due if due.start < due.end else None
