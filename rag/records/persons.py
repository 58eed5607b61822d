"""What the plans print of a person: what was signed, with which title, or where the name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.fold import fold, has_marks, strip_marks
from corpus.letters import NAME
from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.asked.scope import Scope
from rag.collection import Collection, document_name
from rag.draft import Draft, Span, Statement
from rag.question import Question
from rag.records import facts
from rag.records.remainder import DOC, asserts, says_nothing_else, spans_of

_SURNAMES = (
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|mai|cao|lương"
    "|lưu|tạ|tô|trương|đoàn|hà|phùng|thái|châu|quách|kiều|đào|lâm|vương|tống|triệu|văn|nông|hứa|thạch"
)
_HONOUR = r"(?:ông|bà|đồng chí|đ/c|đc)"
_SIGNS = r"(?:đã |có |được )?ký(?=\s*[?.!]?\s*$| (?:văn|kế|chương|nghị|quyết|những|các|gì|nào|bao|mấy|tên|có|không|ban hành|tài|kh|ctr))"
_SAID = (
    rf"(?:là ai|là (?:người|ông|bà) (?:nào|thế nào|như thế nào|gì)|(?:đang |hiện )?(?:giữ|làm) (?:chức|gì)|{_SIGNS}"
    r"|có (?:chức|vai trò)|chức (?:vụ|danh)|làm gì|có tên)"
)
# A person as named after an honour in capitals, or by a family name and what is asked of him.
_HONOURED = re.compile(rf"\b(?:[ÔôOo]ng|[Bb][àa]|[ĐđDd][ồo]ng ch[íi]|[ĐđDd]/c)\s+(?P<name>{NAME})")
_NAMED = spelled(
    rf"(?:^|\b(?:{_HONOUR}|do|bởi|của|tên|tên là|về|biết|hỏi|người)\s+)"
    rf"(?P<name>(?:{_SURNAMES})(?:\s[^\W\d_]+){{1,3}}?)(?=\s+{_SAID}|\s*[?.!]*\s*$)"
)
_ASKS = (
    r"\blà (?:ai|gì|người (?:nào|như thế nào|thế nào|ký))\b", r"\bký\b", r"\bchức (?:vụ|danh)\b",
    r"\bgiữ chức\b", r"\blàm (?:gì|chức)\b", rf"\b{_HONOUR}(?!\w)", r"\bcó tên\b", r"\bvai trò\b",
    r"\bthông tin\b", r"\b(?:vào )?(?:ngày|tháng|năm|khi) nào\b", r"\bgửi (?:những )?(?:ai|đâu)\b",
)  # fmt: skip
# Syllables that are no part of a name.
_NO_NAME = frozenset(
    ["ai", "nào", "gì", "được", "bị", "là", "và", "có", "không", "các", "những", "hoạch", "trình", "sơ"]
)  # fmt: skip
_PLAIN_NO_NAME = frozenset(map(strip_marks, _NO_NAME)) - {"va", "la", "so"}
_MARKED = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "d": "dđ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ", "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ",
}  # fmt: skip
_LONGEST_LINE = 400  # characters of a line shown where a person is named


def answer_person(question: Question, scope: Scope, collection: Collection) -> Draft | None:
    """What the plans print of the person that the question is about; None when it is about none."""
    raw = question.typed or question.text
    signers = {card.meta.signer for card in collection.cards() if card.meta.signer}
    name = _known(raw, signers) or _unknown(raw, question)
    elsewhere = (scope.located.missing and not scope.named) or (scope.named and asserts(question))
    if name is None or elsewhere:
        return None
    start, end = name
    if not _is_about(raw, (start, end), question):
        return None
    typed = " ".join(raw[start:end].split())
    plans = [collection.plan(card.id) for card in collection.cards()]
    signed = [plan for plan in plans if _signs(plan, typed)]
    if signed:
        return _signed(question, scope, signed)
    mentioned = _mentions(typed, plans)
    if mentioned:
        return Draft(Status.ANSWERED, tuple(mentioned))
    denied = (
        f"Không tìm thấy “{typed}” trong các văn bản của kho: không văn bản nào do người này ký."
    )
    return Draft(Status.NOT_STATED, (Statement(denied),))


def _is_about(raw: str, name: tuple[int, int], question: Question) -> bool:
    """Whether the question is about the person and nothing else."""
    folded = fold(raw)
    asks = spans_of(folded, *_ASKS)
    bare = not raw[: name[0]].strip() and not raw[name[1] :].strip(" ?.!")
    if not (asks or bare):
        return False
    places = [re.escape(fold(question.text[p.start : p.end])) for p in question.places]
    numbers = [re.escape(fold(number)) for number in question.numbers]
    known = spans_of(folded, rf"\b{DOC}\b", *(rf"\b{each}\b" for each in (*places, *numbers)))
    return says_nothing_else(folded, [name, *asks, *known])


def _known(raw: str, signers: Iterable[str]) -> tuple[int, int] | None:
    """The span of the name of one who signed a plan."""
    folded, plain = fold(raw), strip_marks(raw)
    for signer in signers:
        if strip_marks(signer) in plain:
            match = spelled(rf"\b{re.escape(fold(signer))}\b").search(folded)
            if match is not None and " " in signer:
                return match.span()
    return None


def _unknown(raw: str, question: Question) -> tuple[int, int] | None:
    """The span of a person's name that no plan is signed with."""
    match = _HONOURED.search(raw)
    if match is not None:
        return match.span("name")
    match = _NAMED.search(fold(raw))
    if match is None or not _may_be_name(match["name"], question):
        return None
    return match.span("name")


def _may_be_name(name: str, question: Question) -> bool:
    plain = strip_marks(name)
    places = [strip_marks(question.text[p.start : p.end]) for p in question.places]
    places += [strip_marks(each.name) for p in question.places for each in p.places]
    if any(plain.startswith(place) or place.endswith(plain) for place in places):
        return False
    no_name = _NO_NAME if has_marks(name) else _PLAIN_NO_NAME
    return not set(name.split()) & no_name


def _signs(plan: Plan, typed: str) -> bool:
    """Whether the plan is signed by one of this name, or whose name ends with it."""
    signer = (plan.meta.signer or "").split()
    last = " ".join(signer[-len(typed.split()) :])
    if strip_marks(last) != strip_marks(typed):
        return False
    return spelled(re.escape(fold(last))).fullmatch(fold(typed)) is not None


def _signed(question: Question, scope: Scope, signed: Sequence[Plan]) -> Draft:
    """The plans that the person signed; first that those asked about are signed by others."""
    asked = scope.plans if scope.named else ()
    others = [plan for plan in asked if plan not in signed]
    shown = [plan for plan in signed if plan in asked] or ([] if asked else signed)
    lines = [_signature(plan) for plan in shown]
    wanted = [field for field in question.fields if field not in {"signer", "signer_title"}]
    lines += [facts.answer_fact(plan, field).statements[0] for plan in shown for field in wanted]
    if not others:
        several = len({plan.meta.signer for plan in shown}) > 1
        return Draft(Status.AMBIGUOUS if several else Status.ANSWERED, tuple(lines))
    signer = signed[0].meta.signer
    denied = [Statement(f"{signer} không ký {document_name(plan)}.") for plan in others]
    named = [facts.answer_fact(plan, "signer").statements[0] for plan in others]
    return Draft(Status.CORRECTED, (*denied, *named, *lines))


def _signature(plan: Plan) -> Statement:
    meta = plan.meta
    title = f", chức vụ in trong văn bản: {meta.signer_title}" if meta.signer_title else ""
    said = f"{meta.signer} là người ký {document_name(plan)}{title}."
    return Statement(said, facts.field_spans(plan, "signer"))


def _mentions(typed: str, plans: Sequence[Plan]) -> list[Statement]:
    """The lines of the plans that print the name in capitals."""
    if " " not in typed:
        return []
    pattern = re.compile(rf"\b{_any_marks(fold(typed))}\b")
    found = []
    for plan in plans:
        for match in pattern.finditer(fold(plan.text)):
            printed = plan.text[slice(*match.span())]
            if all(word[0].isupper() for word in printed.split()):
                span = _line(plan, *match.span())
                found.append(
                    Statement(f"{document_name(plan)} có nêu tên này: “{span.line}”", (span,))
                )
                break
    return found


def _any_marks(name: str) -> str:
    """A pattern for a folded name; each letter of one typed without diacritics stands for all of its own."""
    if has_marks(name):
        return re.escape(name)
    return "".join(f"[{_MARKED[c]}]" if c in _MARKED else re.escape(c) for c in name)


def _line(plan: Plan, start: int, end: int) -> Span:
    """The printed line around a name; the name alone where the line is long."""
    first = plan.text.rfind("\n", 0, start) + 1
    stop = plan.text.find("\n", end)
    last = len(plan.text) if stop < 0 else stop
    if last - first > _LONGEST_LINE:
        return Span(plan, start, end)
    return Span(plan, first, first + len(plan.text[first:last].rstrip()))
