"""Whether a plan is sent to a body that the question names, from its list of recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold, has_marks, strip_marks
from corpus.plan import Plan, SectionKind
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.asked.scope import Scope
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.question import Question
from rag.records import facts
from rag.records.offices import BODY
from rag.records.remainder import DOC, as_typed, says_nothing_else, spans_of

_NOT = r"(?: (?:hay )?(?:không|chưa)| phải không| đúng không)?\s*(?:vậy|ạ|nhỉ)?\s*[?.!]?\s*$"
_ASK = r"^(?:cho (?:tôi |em )?(?:hỏi|biết) |xin hỏi )?"
# The body asked about, before or behind the document.
_SENT = tuple(
    spelled(pattern)
    for pattern in (
        rf"{_ASK}(?:bản )?{DOC}\b(?P<of>[^?]{{0,60}}?) (?:có |đã |được )*gửi(?: cho| đến| tới| về)? (?P<body>(?:những |các )?(?:bộ|ban|sở|cơ quan|đơn vị|nơi) (?:nào|gì))\s*[?.]?\s*$",
        rf"{_ASK}(?:bản )?{DOC}\b(?P<of>[^?]{{0,60}}?) (?:có |đã |được )+gửi(?: cho| đến| tới| về)? (?P<body>[^?]{{2,60}}?){_NOT}",
        rf"{_ASK}(?P<body>[^?]{{2,60}}?) (?:có |đã |được )*nhận (?:được )?(?:bản )?{DOC}\b(?P<of>[^?]{{0,60}}?){_NOT}",
        rf"{_ASK}{DOC}\b(?P<of>[^?]{{0,60}}?) gửi(?: cho| đến| tới| về)? (?P<body>[^?]{{2,60}}?) (?:hay không|phải không|đúng không|không)\s*[?.]?\s*$",
    )
)
_LISTED = tuple(
    spelled(pattern)
    for pattern in (
        rf"{_ASK}(?P<body>[^?]{{2,60}}?) (?:có |nằm |tên )+(?:trong|ở) (?:mục |phần |danh sách )?nơi nhận(?P<of>[^?]{{0,60}}?){_NOT}",
        rf"{_ASK}nơi nhận(?P<of>[^?]{{0,60}}?) có (?:gửi |ghi |nêu |tên )*(?P<body>[^?]{{2,60}}?){_NOT}",
    )
)
# Which documents are sent to the body.
_WHICH = tuple(
    spelled(pattern)
    for pattern in (
        rf"{_ASK}(?:những |các )?{DOC} nào (?:có |đã |được )*gửi(?: cho| đến| tới| về)? (?P<body>[^?]{{2,60}}?)\s*[?.]?\s*$",
        rf"{_ASK}(?P<body>[^?]{{2,60}}?) (?:có |đã |được )*nhận (?:được )?(?:những |các )?{DOC} nào\s*[?.]?\s*$",
    )
)
_KIND_ASKED = spelled(r"^(?:những |các )?(?P<head>bộ|ban|sở|cơ quan|đơn vị|nơi) (?:nào|gì)$")
_NO_BODY = spelled(r"\b(?:ai|đâu|nào|gì|mấy|bao nhiêu|số|ngày)\b")
_KINDS = {"bo": "bộ", "ban": "ban", "so": "sở"}
_BULLET = re.compile(r"^\W+|[\s,;.]+$")
# Short forms of lists of recipients, without diacritics.
_LONG_FORMS = {
    "tt": "thuong truc", "vp": "van phong", "vpcp": "van phong chinh phu", "btv": "ban thuong vu",
    "bch": "ban chap hanh", "mttq": "mat tran to quoc", "vn": "viet nam", "ct": "chu tich",
    "pct": "pho chu tich", "ubmttq": "uy ban mat tran to quoc", "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "xd": "xay dung", "ca": "cong an",
    "tccs": "to chuc co so", "ctxh": "chinh tri xa hoi", "vpub": "van phong uy ban", "bxd": "bo xay dung",
}  # fmt: skip
# Heads of bodies that a list may name all at once: "Các sở, ban, ngành".
_HEADS = ("so", "phong", "ban", "uy ban nhan dan", "huyen uy", "dang uy", "chi bo", "nganh")
_UNIONS = ("doan", "hoi", "lien doan", "lien hiep")
_LEVELS = ("tinh", "thanh pho", "huyen", "thi xa", "quan", "phuong", "xa")
_OF_UNIONS = ("doan the", "to chuc chinh tri", "cac hoi")


def answer_recipients(question: Question, scope: Scope) -> Draft | None:
    """Whether the plans are sent to the body that is asked about; None when none is."""
    folded = as_typed(question).folded
    match = next((m for p in (*_LISTED, *_WHICH, *_SENT) if (m := p.search(folded))), None)
    if match is None or (scope.located.missing and not scope.named):
        return None
    if "of" in match.groupdict() and not _only_names(question, *match.span("of")):
        return None
    start, end = match.span("body")
    body = question.text[start:end].strip()
    if (kind := _KIND_ASKED.search(fold(body))) is not None:
        return _of_kind(kind["head"], _asked_plans(question, scope, (start, end)))
    if not body or _NO_BODY.search(fold(body)):
        return None
    plans = _asked_plans(question, scope, (start, end))
    # A reading of a name that was typed without diacritics may be wrong: it is not said.
    shown = body if has_marks(question.typed or question.text) else "cơ quan được hỏi"
    if "of" not in match.groupdict() or len(plans) > 1:
        return _which(body, shown, plans)
    return _is_sent(body, shown, plans[0]) if plans else None


def _only_names(question: Question, start: int, end: int) -> bool:
    """Whether the words behind "kế hoạch" only say which one is meant."""
    places = [(p.start - start, p.end - start) for p in question.places if start <= p.start < end]
    words = as_typed(question).folded[start:end]
    numbers = spans_of(words, r"(?:số )?\d[\w/-]*", rf"\b{DOC}\b")
    issuers = [match.span() for match in BODY.finditer(words)]
    return says_nothing_else(words, [*places, *numbers, *issuers])


def _asked_plans(question: Question, scope: Scope, body: tuple[int, int]) -> Sequence[Plan]:
    """The plans that the question is put to: a place inside the body's name chooses none."""
    outside = [t.card.id for t in scope.located.targets if not body[0] <= t.mention.start < body[1]]
    if not scope.named or scope.by_number or not outside:
        return scope.plans
    return [plan for plan in scope.plans if plan.id in outside]


def _is_sent(body: str, shown: str, plan: Plan) -> Draft:
    name = document_name(plan)
    lines = _lines(plan)
    if not lines:
        return facts.answer_fact(plan, "recipients")
    found = _with(body, lines) or _with(_without_owner(body, plan), lines)
    if found:
        said = [Statement(f"Nơi nhận của {name} có ghi: “{s.line}”", (s,)) for s in found]
        return Draft(Status.ANSWERED, tuple(said))
    denied = Statement(f"Nơi nhận của {name} không ghi riêng {shown}.")
    general = _general(body, lines)
    if general:
        said = [Statement(f"Nơi nhận của {name} ghi chung: “{s.line}”", (s,)) for s in general]
        return Draft(Status.ANSWERED, (denied, *said))
    absent = Statement(f"{shown[:1].upper()}{shown[1:]} không có trong nơi nhận của {name}.")
    return Draft(Status.ANSWERED, (absent, *facts.answer_fact(plan, "recipients").statements))


def _without_owner(body: str, plan: Plan) -> str:
    """The body's name without the plan's own place: "Tỉnh ủy Quảng Ngãi" is printed "Tỉnh ủy"."""
    for place in (plan.meta.locality, plan.meta.province):
        if place and strip_marks(body).endswith(f" {strip_marks(place)}"):
            return body[: -len(place)].strip()
    return body


def _which(body: str, shown: str, plans: Sequence[Plan]) -> Draft:
    """The plans that name the body among their recipients."""
    found = [(plan, span) for plan in plans for span in _with(body, _lines(plan))[:1]]
    if not found:
        return Draft(
            Status.NOT_STATED, (Statement(f"Không văn bản nào trong kho ghi {shown} ở nơi nhận."),)
        )
    said = [
        Statement(f"Nơi nhận của {document_name(p)} có ghi: “{s.line}”", (s,)) for p, s in found
    ]
    return Draft(Status.ANSWERED, tuple(said))


def _of_kind(head: str, plans: Sequence[Plan]) -> Draft | None:
    """The recipients of the kind asked for: "gửi bộ nào"; the whole list for any kind."""
    plain = strip_marks(head)
    drafts = [_of_head(plain, plan) for plan in plans]
    status = Status.ANSWERED if len(plans) == 1 else Status.AMBIGUOUS
    stated = any(s.spans for lines in drafts for s in lines)
    return Draft(
        status if stated else Status.NOT_STATED, tuple(s for lines in drafts for s in lines)
    )


def _of_head(head: str, plan: Plan) -> list[Statement]:
    whole = facts.answer_fact(plan, "recipients").statements
    if head not in _KINDS:
        return list(whole)
    pattern = re.compile(rf"^(?:cac )?{head} ")
    spans = [span for span in _lines(plan) if pattern.search(f"{_plain(span)} ")]
    name = document_name(plan)
    if not spans:
        return [Statement(f"Nơi nhận của {name} không ghi {_KINDS[head]} nào."), *whole]
    return [Statement(f"Nơi nhận của {name} có ghi: “{span.line}”", (span,)) for span in spans]


def _lines(plan: Plan) -> list[Span]:
    """The lines of the list of recipients, without its heading."""
    block = next((s for s in plan.sections if s.kind is SectionKind.RECIPIENTS), None)
    if block is None:
        return []
    text = plan.text
    found = []
    for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
        words = line.group().strip()
        if words and strip_marks(words).strip(" :") != "noi nhan":
            begin = block.start + line.start() + line.group().index(words)
            found.append(Span(plan, begin, begin + len(words)))
    return found


def _with(body: str, lines: Sequence[Span]) -> list[Span]:
    """The lines that hold the body's name as it stands, short forms written out."""
    wanted = _long(strip_marks(body))
    return [span for span in lines if re.search(rf"\b{re.escape(wanted)}\b", _plain(span))]


def _general(body: str, lines: Sequence[Span]) -> list[Span]:
    """The lines that name bodies of its kind all at once."""
    wanted = f"{_long(strip_marks(body))} "
    if wanted.startswith(_UNIONS):
        return [s for s in lines if any(word in _plain(s) for word in _OF_UNIONS)]
    heads = [head for head in _HEADS if wanted.startswith(f"{head} ")]
    levels = [level for level in _LEVELS if f" {level} " in wanted]
    lines = [s for s in lines if not levels or any(level in _plain(s) for level in levels)]
    return [
        s for s in lines for h in heads if re.search(rf"\bcac [^;]*\b{h}\b|^{h} cac\b", _plain(s))
    ]


def _plain(span: Span) -> str:
    return _long(_BULLET.sub("", strip_marks(span.line)))


def _long(plain: str) -> str:
    """Plain words with short forms written out."""
    return " ".join(_LONG_FORMS.get(word, word) for word in re.findall(r"\w+", plain))
