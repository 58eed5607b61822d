"""How a plan is built: how many parts it has and what their headings are, each cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.letters import sentence_case
from corpus.plan import Plan, Section, SectionKind
from rag import wording
from rag.answer import Status
from rag.asked.numbered import documents_of, own_documents
from rag.asked.patterns import spelled
from rag.collection import document_name, locality_of
from rag.draft import Draft, Span, Statement
from rag.lists import listing
from rag.meaning.words import Word, bag
from rag.question import Question

MOST_PARTS = 40  # headings shown of one plan
MOST_PLANS = 10  # described in one answer
# What only one kind of part is called; "phần" and "mục" are said of any.
_CALLED = {
    "điều": SectionKind.ARTICLE,
    "chương": SectionKind.CHAPTER,
    "phụ lục": SectionKind.APPENDIX,
}
_PARTS = (
    SectionKind.PART, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION,
    SectionKind.ARTICLE, SectionKind.CLAUSE, SectionKind.POINT,
)  # fmt: skip
_DOC = r"(?:kế hoạch|chương trình(?: hành động)?|văn bản|nghị quyết|quyết định|chỉ thị)"
_PART = (
    r"(?P<part>(?:đề )?mục(?! (?:tiêu|đích))|phần(?! (?:trăm|nghìn|triệu|lớn (?!(?:và|nào|gì|là)\b)[^\W\d_]+))"
    r"|chương(?! trình)|điều(?! (?:kiện|chỉnh|tra|hành|phối|tiết))|phụ lục)"
)
_BIG = r"(?: (?:lớn|chính|chủ yếu|cơ bản))?"
_ASKED = spelled(
    rf"\b(?:bao nhiêu|mấy) {_PART}{_BIG}\b(?! (?:cây|đất|diện|dân|công|giao|nước|người|nhà|tiền|đường|đô|xã|đấu))"
    r"|\b(?:bao nhiêu|mấy) nhóm(?= (?:nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|nội dung|chính sách))"
    rf"|\b(?:gồm|có|chia (?:làm|thành|ra)|bao gồm)(?: có)? (?:những|các) {_PART.replace('part', 'listed')}{_BIG}(?: (?:nào|gì))?\s*(?:[?,.]|$)"
    r"|\b(?:gồm|bao gồm)(?: có)? (?:những|các|mấy) nội dung(?: (?:lớn|chính))?(?: (?:nào|gì))?\s*(?:[?,.]|$)"
    rf"|\b(?:các|những) {_PART.replace('part', 'named')} (?:lớn|chính)\b"
    r"|\b(?:bố cục|mục lục|dàn (?:ý|bài)|đề cương)\b"
    rf"|\b(?:kết cấu|cấu trúc)(?: (?:của|chung|tổng thể))* (?:{_DOC}|ra sao|thế nào|như thế nào|gồm)\b"
    rf"|\b{_DOC}\b[^?]{{0,40}}\b(?:kết cấu|cấu trúc|chia (?:làm|thành|ra))(?: (?:như )?thế nào| ra sao| mấy)"
)
# Words of such a question that are no subject in the plan.
_OWN_WORDS = bag(
    "kế hoạch chương trình hành động văn bản nghị quyết quyết định chỉ thị đề mục phần chương điều "
    "phụ lục lớn chính chủ yếu cơ bản bố cục dàn ý bài cương kết cấu cấu trúc chung tổng thể chia "
    "thành bao gồm ban hành tất cả tổng số đầu nội dung tên"
)
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def answer_outline(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """The number and the printed headings of the parts of each plan; None when not asked for."""
    match = _ASKED.search(question.folded)
    if match is None:
        return None
    unheld = [name for name in own_documents(question) if not documents_of(name, plans)]
    if unheld:
        said = f"Kho văn bản không có toàn văn {unheld[0].title} nên không nêu được bố cục."
        return Draft(Status.NOT_STATED, (Statement(said),))
    if any(_is_about_more(question, plan) for plan in plans):
        return _of_section(question, plans[0]) if len(plans) == 1 else None
    called = next((name for name in match.groupdict().values() if name), "")
    statements = [s for plan in plans[:MOST_PLANS] for s in outline_statements(plan, called)]
    stated = any(statement.spans for statement in statements)
    return Draft(Status.ANSWERED if stated else Status.NOT_STATED, tuple(statements))


def _is_about_more(question: Question, plan: Plan) -> bool:
    """Whether the question names something in the plan, whose parts are those asked for."""
    title = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''} {plan.meta.issuer or ''}")
    named = listing.named_heading(plan, question.text) is not None
    return named or any(word for word in _subject(question) if not title.has(word))


def _subject(question: Question) -> list[Word]:
    """The words of the question that do not only speak of documents and their parts."""
    return [w for c in question.concepts for w in c.typed if not _OWN_WORDS.has(w)]


def _of_section(question: Question, plan: Plan) -> Draft | None:
    """The parts of the highest section whose heading holds all that the question names."""
    wanted = _subject(question)
    headed = [s for s in plan.sections if s.title and s.kind in _PARTS and plan.children(s)]
    fitting = [s for s in headed if wanted and all(map(bag(s.title).has, wanted))]
    if not fitting:
        return None
    best = min(fitting, key=lambda section: len(plan.ancestors(section)))
    draft = listing.answer_heading(plan, best)
    if draft.statements[0].spans:
        return draft
    counted = in_words(len(plan.children(best)))
    lead = Statement(f"{sentence_case(best.title)} của {locality_of(plan)} gồm {counted} phần:")
    return replace(draft, statements=(lead, *draft.statements[1:]))


def outline_statements(plan: Plan, called: str = "") -> list[Statement]:
    """The number of the plan's parts and their headings; ``called`` is the kind of part asked for."""
    name = document_name(plan)
    kind = next((k for word, k in _CALLED.items() if spelled(word).fullmatch(called)), None)
    parts = [s for s in plan.sections if s.kind is kind] or _top_level(plan)
    if not parts:
        return [Statement(f"{name} không chia thành mục.")]
    kinds = Counter(part.kind for part in parts)
    counted = wording.join([f"{in_words(n)} {each.value}" for each, n in kinds.items()])
    denied = f" không chia thành {kind.value}, mà" if kind and kind not in kinds else ""
    big = " lớn" if set(kinds) <= {SectionKind.PART, SectionKind.SECTION} else ""
    lead = Statement(f"{name}{denied} gồm {counted}{big}:")
    return [lead, *(_heading(plan, part) for part in parts[:MOST_PARTS])]


def _top_level(plan: Plan) -> list[Section]:
    """The sections that stand under no other, without the fixed blocks around them."""
    return [s for s in plan.sections if s.parent is None and s.kind in _PARTS]


def _heading(plan: Plan, section: Section) -> Statement:
    """A section by its first line: label and heading as printed."""
    stop = plan.text.find("\n", section.start)
    end = section.end if stop < 0 else min(stop, section.end)
    line = plan.text[section.start : end]
    span = Span(plan, section.start, section.start + len(line.rstrip()))
    return Statement(f"- “{span.line}”", (span,))


def in_words(number: int) -> str:
    """A small number in Vietnamese words, below a hundred: 4 -> "bốn", 21 -> "hai mươi mốt"."""
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _UNITS[unit]
    ten = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(unit, _UNITS[unit])
    return f"{ten} {last}".rstrip()
