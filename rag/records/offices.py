"""Offices that a question names, and whether the signer of a plan is printed as holding one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.places.coverage import Relation
from corpus.plan import Plan, PlanMeta
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.asked.scope import Scope
from rag.draft import Draft, Statement
from rag.question import Question
from rag.records import facts
from rag.records.remainder import DOC, as_typed, says_nothing_else, spans_of

_COMMITTEE = r"(?:tỉnh|thành|thị|huyện|quận|đảng) ủy"
_COUNCIL = r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)"
# Bodies that issue no plan: who heads them is never read from a signature.
_OTHER_BODY = r"(?:nước|quốc hội|(?:ủy ban )?(?:mặt trận tổ quốc|mttq)(?: việt nam)?|liên đoàn lao động|hội (?:nông dân|phụ nữ|liên hiệp phụ nữ|cựu chiến binh)|(?:tỉnh|thành|huyện|thị) đoàn|đoàn thanh niên|trung ương đảng|chi bộ)"
_LEVEL = r"(?:tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn)"
_BODY = rf"(?:ban thường vụ |ban chấp hành )?(?:{_COMMITTEE}|{_COUNCIL})"
BODY_WORDS = rf"\b(?P<body>{_BODY})(?: (?P<level>{_LEVEL}))?\b"
BODY = spelled(BODY_WORDS)
_OFFICE = spelled(
    rf"(?<!tổng )\b(?P<title>(?:phó )?(?:chủ tịch|bí thư)(?: thường trực)?)"
    rf"(?: (?:của )?(?P<body>{_BODY}|{_OTHER_BODY}))?(?: (?P<level>{_LEVEL}))?\b"
)
_ASKS_HOLDER = spelled(
    r"\blà (?:ai|người nào|ông nào|bà nào)\b|\bai (?:đang |hiện |hiện nay )?(?:là|làm|giữ)\b"
    r"|\btên (?:là )?gì\b|\bhọ tên\b|^(?:cho biết |nêu )?tên\b|\bdo ai (?:giữ|đảm nhiệm|làm)\b"
)
# Levels of government that a word may stand for.
_LEVELS = {
    "tinh": ("tỉnh",),
    "thanh pho": ("tỉnh", "huyện"),
    "tp": ("tỉnh", "huyện"),
    "huyen": ("huyện",),
    "thi xa": ("huyện",),
    "quan": ("huyện",),
    "xa": ("xã",),
    "phuong": ("xã",),
    "thi tran": ("xã",),
}
_SHORT = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}
AS_PRINTED = (
    "Tên và chức vụ ghi theo chữ ký in trong văn bản khi ban hành; "
    "kho văn bản không có thông tin về người giữ chức vụ này sau đó."
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a question names it at ``[start, end)``; ``body`` and ``level`` as they stand for."""

    title: str  # folded
    body: str | None  # plain: "ubnd", "thi uy"
    level: str | None  # plain
    start: int
    end: int

    def is_held(self, meta: PlanMeta) -> bool:
        """Whether the signer's printed title is this office of the plan's own body."""
        printed = fold(meta.signer_title or "")
        titled = printed == self.title or printed.startswith(f"{self.title} ")
        return bool(meta.signer) and titled and self.is_of(meta)

    def is_of(self, meta: PlanMeta) -> bool:
        """Whether the office is one of the body that issued the plan."""
        if self.body is not None:
            return is_body(meta, self.body, self.level)
        of_party = "bí thư" in self.title or "bi thu" in self.title
        state = has_body(meta, "ubnd") or has_body(meta, "hdnd")
        return _is_level(meta, self.level) and (meta.side == "Đảng" if of_party else state)


def short_body(typed: str) -> str:
    """A body in small bare letters, councils by their initials: "Ủy ban nhân dân" -> "ubnd"."""
    plain = strip_marks(typed)
    return _SHORT.get(plain, plain)


def has_body(meta: PlanMeta, body: str) -> bool:
    """Whether the plan's issuer or its authority line names the body."""
    named = strip_marks(f"{meta.issuer or ''} ; {meta.authority or ''}")
    for long, short in _SHORT.items():
        named = named.replace(long, short)
    return re.search(rf"\b{re.escape(body)}\b", named) is not None


def is_body(meta: PlanMeta, body: str, level: str | None) -> bool:
    """Whether the plan was issued by the body, of that level when one is given."""
    return has_body(meta, body) and _is_level(meta, level)


def _is_level(meta: PlanMeta, level: str | None) -> bool:
    return level is None or meta.level in _LEVELS[level]


def read_office(folded: str) -> Office | None:
    """The office that the question names, the first one."""
    match = _OFFICE.search(folded)
    if match is None:
        return None
    body, level = match["body"], match["level"]
    title = match["title"]
    marked = next((t for t in _TITLES if strip_marks(t) == strip_marks(title)), title)
    return Office(
        fold(marked),
        short_body(body) if body else None,
        strip_marks(level) if level else None,
        *match.span(),
    )


_TITLES = tuple(
    f"{deputy}{title}{standing}"
    for deputy in ("", "phó ")
    for title in ("chủ tịch", "bí thư")
    for standing in ("", " thường trực")
)


def answer_office(question: Question, scope: Scope) -> Draft | None:
    """Who signs as the holder of the office that is asked for; None when none is asked for."""
    folded = as_typed(question).folded
    office, asks = read_office(folded), _ASKS_HOLDER.search(folded)
    if office is None or asks is None or (scope.located.missing and not scope.named):
        return None
    spans = [(office.start, office.end), asks.span(), *_named_spans(question)]
    if not says_nothing_else(folded, spans):
        return None
    plans = _own_plans(scope)
    held = [plan for plan in plans if office.is_held(plan.meta)]
    lines = [facts.answer_fact(plan, "signer").statements[0] for plan in held or []]
    if lines:
        several = len({plan.meta.signer for plan in held}) > 1
        status = Status.AMBIGUOUS if several else Status.ANSWERED
        return Draft(status, (*lines, Statement(AS_PRINTED)))
    asked = " ".join(question.text[office.start : _end(question, office)].split())
    denied = Statement(f"Các văn bản trong kho không nêu ai là {asked}.")
    near = [p for p in plans if scope.named and p.meta.signer and office.is_of(p.meta)]
    signers = [facts.answer_fact(plan, "signer").statements[0] for plan in near]
    return Draft(Status.NOT_STATED, (denied, *signers))


def _end(question: Question, office: Office) -> int:
    """Where the office ends, with the place right behind it."""
    after = [p.end for p in question.places if 0 <= p.start - office.end <= 2]
    inside = [p.end for p in question.places if p.start < office.end <= p.end]
    return max([office.end, *after, *inside])


def _named_spans(question: Question) -> list[tuple[int, int]]:
    return [
        *((place.start, place.end) for place in question.places),
        *spans_of(question.folded, rf"\b{DOC}\b", rf"\b{_LEVEL}\b"),
    ]


def _own_plans(scope: Scope) -> Sequence[Plan]:
    """The plans of just the places named, not of those around or inside them; all when none is."""
    targets = scope.located.targets
    if not scope.named or not targets:
        return scope.plans
    same = {t.card.id for t in targets if t.relation is Relation.SAME}
    return [plan for plan in scope.plans if plan.id in same]
