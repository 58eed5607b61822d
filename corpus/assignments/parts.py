"""The parts of an assignment: labels before a value, and leaders and partners inside a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.agencies.lists import LONGEST_LIST, AgencyText, Span, is_unnamed

LEAD, PARTNERS, DEADLINE, OTHER = "lead", "partners", "deadline", "other"
TASK = "task"  # a label whose own words are the task: "Cơ quan thẩm định: …"

# Dash, "a)", "1.", "1.1." before the words of a paragraph.
MARKER = re.compile(
    r"\s*(?:[-–+*•]\s*|(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXLC]{1,6})\s?[.)/]\s*){0,2}"
)
_WHO = r"(?:các )?(?:cơ quan|đơn vị|tổ chức|ngành|ban)(?:,? (?:cơ quan|đơn vị|tổ chức))?(?: được giao)?"
DEADLINE_WORDS = (
    r"(?:thời gian|thời hạn|tiến độ|thời điểm|lộ trình|mốc thời gian)"
    r"(?: (?:thực hiện|hoàn thành|triển khai|trình|ban hành|báo cáo|gửi|nộp|tổ chức)){0,2}|hoàn thành"
)
# What a named agency is "cơ quan …" of, when that act is the task: "Cơ quan thẩm định: Sở Tư pháp".
_TASK_ACTS = "(?:tổ chức (?:lập|thi|thẩm)|lập|thẩm (?:định|tra)|phê duyệt|quyết định|ban hành|trình|tiếp nhận|cấp phép|kiểm định|giám sát|quản lý)"
_LABELS = (
    (
        PARTNERS,
        rf"(?:{_WHO} )?(?:phối hợp|cùng thực hiện|tham gia)(?: [^:;.\n]{{0,30}})?|{_WHO} liên quan",
    ),
    (
        LEAD,
        rf"{_WHO} (?:chủ trì|chỉ đạo|thực hiện|tham mưu|đầu mối|chịu trách nhiệm|phụ trách|thường trực|triển khai|"
        r"theo dõi)(?:[^:;.\n]{0,40})|phân công(?: thực hiện| nhiệm vụ| trách nhiệm| chủ trì)?|"
        r"trách nhiệm thực hiện|chủ trì(?: thực hiện)?|chỉ đạo|lãnh đạo (?:phụ trách|chỉ đạo)|thực hiện",
    ),
    (TASK, rf"(?:cơ quan|đơn vị) {_TASK_ACTS}(?: [^:;.\n]{{0,60}})?"),
    (DEADLINE, DEADLINE_WORDS),
    (
        OTHER,
        r"(?:sản phẩm|kết quả|kinh phí|nguồn kinh phí|nguồn lực|nội dung|nhiệm vụ|địa điểm|thành phần|hình thức|"
        r"đối tượng|phạm vi|mục tiêu|giải pháp|yêu cầu)(?: [^:;.\n]{0,30})?",
    ),
)
_LABEL = re.compile("|".join(rf"(?P<{kind}>{words})(?=\s?:)" for kind, words in _LABELS))
_NEXT_LABEL = re.compile(r"[.;,(]\s{1,2}(?=\w)")
_WHO_PREFIX = re.compile(rf"^{_WHO} ")
_JOINT = re.compile(
    r"(?<!\w)phối hợp(?:\s(?:chặt chẽ|đồng bộ|hiệu quả|thường xuyên))?(?:\s(?:với|cùng))?(?:\scùng)?\s+"
)
_LEADS = re.compile(r"(?<!\w)chủ trì(?!\w)")
_INNER_LISTS = 3  # "Sở A (phối hợp với Sở B)": lists read inside one list
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_CLAUSE = re.compile(r"[()]|[;.]\s")
_LEADER_NOUN = re.compile(r"(?:các )?(?:cơ quan|đơn vị) chủ trì")
_NO_LEADER = re.compile(r"(?:cơ quan|đơn vị|ngành|được giao|được phân công|sở)\s$")


@dataclass(frozen=True, slots=True)
class Label:
    """One label with its value: "Cơ quan chủ trì" and the span of what follows the colon."""

    kind: str
    role: str  # the printed words of a lead label without "Cơ quan": "tham mưu, thực hiện"
    start: int
    value: Span


@dataclass(slots=True)
class Parties:
    """Leaders with their printed roles, and partners, as spans in order of place."""

    leads: list[tuple[Span, str]] = field(default_factory=list)
    partners: list[Span] = field(default_factory=list)


def find_labels(source: AgencyText, start: int, end: int) -> list[Label]:
    """The labels of one paragraph: at its head, or after "." ";" "," once one stands at its head."""
    if source.text.find(":", start, end) < 0:
        return []
    marker = MARKER.match(source.text, start, end)
    head = _LABEL.match(source.folded, marker.end() if marker else start, end)
    if head is None or source.text[head.start() : head.end()].isupper():
        return []
    found = [head]
    for cut in _NEXT_LABEL.finditer(source.folded, head.end(), end):
        following = _LABEL.match(source.folded, cut.end(), end)
        if following is not None and following.start() >= found[-1].end():
            found.append(following)
    edges = [match.start() for match in found[1:]] + [end]
    labels: list[Label] = []
    for match, edge in zip(found, edges, strict=True):
        value_start = source.text.index(":", match.end()) + 1
        value = trimmed(source.text, value_start, edge)
        labels.append(Label(match.lastgroup or OTHER, _role(source, match), match.start(), value))
    return [label for label in labels if label.kind != TASK or source.begins_at(label.value.start)]


def read_parties(source: AgencyText, start: int, end: int, role: str) -> Parties:
    """Leaders and partners in the value of a label or in a sentence that begins with an agency.

    Agencies before "chủ trì" lead; those after "phối hợp (với)" join. ``role`` is the role of
    leaders whose own act is not "chủ trì". Unnamed others ("các cơ quan liên quan") join when
    somebody named leads.
    """
    parties = Parties()
    for position, clause in enumerate(_clauses(source, start, end)):
        _read_clause(source, clause, role, parties, first=position == 0)
    named: list[tuple[Span, str]] = []
    others: list[Span] = []
    for lead in parties.leads:
        if is_unnamed(_text(source, lead[0])):
            others.append(lead[0])
        else:
            named.append(lead)
    if named and others:
        parties.partners = sorted([*parties.partners, *others], key=lambda span: span.start)
        parties.leads = named
    return parties


def read_partners(source: AgencyText, start: int, end: int) -> list[Span]:
    """The agencies after each "phối hợp với" in a stretch."""
    found: list[Span] = []
    last, inner = start, 0
    for match in _JOINT.finditer(source.folded, start, end):
        inner = inner + 1 if match.start() < last else 0
        if inner <= _INNER_LISTS and source.continues_at(match.end()):
            finish = source.end_of(match.end(), _sentence_end(source, match.end(), end))
            found.extend(source.split(match.end(), finish))
            last = max(last, finish)
    return [
        span for span in found if not _LEADER_NOUN.fullmatch(source.folded, span.start, span.end)
    ]


def leads_at(source: AgencyText, start: int, end: int) -> bool:
    """Whether "chủ trì" in a stretch is somebody's act, not part of "cơ quan chủ trì"."""
    return any(
        not _NO_LEADER.search(source.folded, max(start, match.start() - 16), match.start())
        for match in _LEADS.finditer(source.folded, start, end)
    )


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without spaces and final marks."""
    while start < end and text[start] in " \t\n*.,;":
        start += 1
    while end > start and text[end - 1] in " \t\n;:.,*/":
        end -= 1
    return Span(start, end)


def trimmed_space(text: str, start: int, end: int) -> Span:
    """The stretch without spaces at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _role(source: AgencyText, match: re.Match[str]) -> str:
    words = source.text[match.start() : match.end()]
    if match.lastgroup == TASK:
        return words.split(maxsplit=2)[2]
    prefix = _WHO_PREFIX.match(source.folded[match.start() : match.end()])
    words = words[prefix.end() :] if prefix else words
    if source.folded[match.start() : match.end()].startswith(("phân công", "trách nhiệm")):
        return "thực hiện"
    return words[:1].lower() + words[1:]


def _clauses(source: AgencyText, start: int, end: int) -> Iterator[Span]:
    """The stretch cut at ";" and ".", but not inside parentheses."""
    position, depth = start, 0
    for match in _CLAUSE.finditer(source.text, start, end):
        mark = match.group()
        if mark in "()":
            depth = max(0, depth + (1 if mark == "(" else -1))
        elif not depth:
            yield Span(position, match.start())
            position = match.end()
    yield Span(position, end)


def _read_clause(
    source: AgencyText, clause: Span, role: str, parties: Parties, *, first: bool
) -> None:
    """Add the leaders and partners of one clause; later ones lead only when they begin with an agency."""
    begin = trimmed(source.text, clause.start, clause.end).start
    joint = _JOINT.match(source.folded, begin, clause.end)
    if joint is None and (first or source.continues_at(begin)):
        finish = source.end_of(begin, clause.end)
        act = source.folded[finish : finish + 60].lstrip(" ,(:")
        leads = leads_at(source, finish, min(clause.end, finish + 200)) if act else False
        items = source.split(begin, finish)
        parties.leads.extend((item, "chủ trì" if leads else role) for item in items)
    parties.partners.extend(read_partners(source, begin, clause.end))


def _sentence_end(source: AgencyText, start: int, end: int) -> int:
    end = min(end, start + LONGEST_LIST)
    stop = _SENTENCE_END.search(source.text, start, end)
    return stop.start() if stop else end


def _text(source: AgencyText, span: Span) -> str:
    return source.text[span.start : span.end]
