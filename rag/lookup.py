"""Lookup: a citation, a pasted phrase or a document number -> where it stands, word for word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.citation.reader import Found, read_citation, resolve
from corpus.citation.writer import plan_citation, provision_citation
from corpus.doctypes import find_numbers, same_number
from corpus.letters import sentence_case
from corpus.plan import Plan
from rag import wording
from rag.answer import Answer, Status
from rag.asked.patterns import spelled
from rag.collection import Collection, locality_of
from rag.draft import Draft, Span, Statement, finish
from rag.meaning.words import Word, words
from rag.question import Question
from rag.records.facts import answer_fact, mentions
from rag.verify import verified

MOST_SHOWN = 8  # places shown of a phrase or number that stands in many
_LONG_PHRASE = 6  # words; of so many, diacritics are no matter
# "…, đoạn này nằm ở mục nào?" behind words that were pasted.
_WHERE_IT_IS = spelled(
    r"[\s\"”»,;:.–-]*\b(?:đoạn|câu|nội dung|cụm từ|phần|ý)(?: (?:này|đó|trên|ấy))? (?:nằm |có |ở |thuộc |là |trích |lấy |được ){1,3}[^?]*\??\s*$"
)
PHRASE_WORDS = 5  # a pasted phrase has at least this many words
_QUOTED = re.compile(r"[“\"«](?P<quoted>[^”\"»]{8,600})[”\"»]")
# What is left of a question that names a part and nothing else, without diacritics.
_OF_A_PART = re.compile(
    r"phan|chuong|muc|tieu|dieu|khoan|diem|tiet|gach|dau|dong|cong|doan|y|thu|chu|thich|phu|luc|so"
    r"|[ivxl]{1,7}|\d{1,3}[a-z]?|[a-z]"
)
# "Kế hoạch nào có nhắc đến đường sắt nhẹ?": what comes after is looked for word for word.
_WHICH_NAMES = spelled(
    r"\b(?:kế hoạch|chương trình|văn bản|nghị quyết|địa phương|tỉnh|thành phố|nơi|đâu|chỗ) nào (?:là )?(?:có |đã )?"
    r"(?:nhắc|nói|đề cập|nêu tên|ghi|dùng cụm từ)(?: (?:đến|tới|về|rõ|cụm từ))?\s+(?P<what>[^?]{4,80})"
)
_KEPT = 64  # texts whose words are kept run together, about as long as the texts themselves
_LONG_PROVISION = 1_500  # characters; a longer provision is shown by its first lines


@dataclass(frozen=True, slots=True)
class _Folded:
    """Words of a text run together for finding a phrase, with the place of each in the text."""

    joined: str
    starts: list[int]  # start in ``joined`` of each word
    spans: list[tuple[int, int]]  # span in the text of each word


def look_up(text: str, collection: Collection) -> Answer:
    """A verified answer to a citation, a pasted phrase or a document number."""
    plans = [collection.plan(card.id) for card in collection.cards()]
    return finish(verified(_draft(text, plans), text, [plan.meta for plan in plans]))


def _draft(text: str, plans: Sequence[Plan]) -> Draft:
    cited = cites_a_part(text)
    if cited and (found := find_provisions(text, plans)):
        return answer_provisions(found)
    if spans := find_phrase(quoted_phrase(text) or text, plans):
        return answer_phrase(spans)
    if cited:
        return Draft(Status.NOT_STATED, (Statement(wording.NO_SUCH_PROVISION),))
    for number in find_numbers(text):
        own = [
            plan
            for plan in plans
            if plan.meta.number and same_number(plan.meta.number, number.text)
        ]
        if own:
            return answer_fact(own[0], "subject")
        if (named := answer_number(number.text, plans)) is not None:
            return named
    return Draft(Status.NOT_STATED, (Statement(wording.NOT_FOUND),))


def find_provisions(text: str, plans: Sequence[Plan]) -> tuple[Found, ...]:
    """Provisions that ``text`` cites by their labels, best first; () when it names no part."""
    readings = tuple(reading for reading in read_citation(text) if reading.parts)
    return resolve(readings, plans) if readings else ()


def named_spans(text: str, plans: Sequence[Plan]) -> list[Span]:
    """Places that the text names by a citation or quotes word for word; [] when it does neither."""
    if cites_a_part(text):
        return [Span(found.plan, found.start, found.end) for found in find_provisions(text, plans)]
    phrase = quoted_phrase(text) or (text if len(text.split()) >= PHRASE_WORDS else "")
    return find_phrase(phrase, plans) if phrase else []


def is_only_a_part(question: Question) -> bool:
    """Whether the question names nothing but a part: its words are "khoản", "mục", labels."""
    left = (word.plain for concept in question.concepts for word in concept.typed)
    return all(map(_OF_A_PART.fullmatch, left))


def cites_a_part(text: str) -> bool:
    """Whether the text names a part of a document by its label."""
    return any(reading.parts for reading in read_citation(text))


def answer_provisions(found: Sequence[Found]) -> Draft:
    """The text of exactly those provisions; several when the citation was ambiguous."""
    exact = [each for each in found if each.exact] or list(found)
    statements = [_provision(each) for each in exact[:MOST_SHOWN]]
    status = Status.ANSWERED if len(exact) == 1 else Status.AMBIGUOUS
    return Draft(status, tuple(statements))


def _provision(found: Found) -> Statement:
    plan = found.plan
    end = found.start + len(plan.text[found.start : found.end].rstrip())
    shown = plan.text[found.start : end]
    cut = shown[:_LONG_PROVISION].rsplit("\n", 1)[0] if len(shown) > _LONG_PROVISION else shown
    dots = " […]" if len(cut) < len(shown) else ""
    name = provision_citation(plan, found.start, end)
    lead = f"{sentence_case(name)} {plan_citation(plan, full=False)} ({locality_of(plan)})"
    return Statement(f"{lead}:\n“{cut}”{dots}", (Span(plan, found.start, end),))


def quoted_phrase(text: str) -> str | None:
    """The phrase that the question quotes, or None."""
    match = _QUOTED.search(text)
    return match.group("quoted").strip() if match else None


def named_phrase(question: Question) -> str | None:
    """The words that the question wants to know which plan names, or None."""
    match = _WHICH_NAMES.search(question.folded)
    return question.text[slice(*match.span("what"))].strip(" .") if match else None


def pasted_phrase(question: Question) -> str:
    """The question without words behind it that ask where such a passage stands."""
    asked = _WHERE_IT_IS.search(question.folded)
    return question.text[: asked.start()] if asked else question.text


def find_phrase(phrase: str, plans: Sequence[Plan]) -> list[Span]:
    """Every place where the plans hold the phrase word for word.

    Case, tone-mark place, dashes, line breaks and punctuation between words do not matter; nor do
    diacritics when the phrase was typed without, or is so long that slips in them mean nothing.
    """
    typed = words(phrase)
    if len(typed) < 2:
        return []
    marked = any(word.marked for word in typed)
    spans = _standing(typed, plans, marked=marked)
    if not spans and marked and len(typed) >= _LONG_PHRASE:
        spans = _standing(typed, plans, marked=False)
    return spans


def _standing(typed: Sequence[Word], plans: Sequence[Plan], *, marked: bool) -> list[Span]:
    """Where the words stand one after another, with their diacritics or without."""
    wanted = " ".join(word.folded if marked else word.plain for word in typed)
    spans: list[Span] = []
    for plan in plans:
        if wanted in _joined(plan.text, marked):
            body = _folded(plan.text, marked)
            spans += [Span(plan, *found) for found in _places(body, wanted)]
    return spans


@lru_cache(maxsize=_KEPT)
def _joined(text: str, marked: bool) -> str:
    """The words of a text run together; most phrases are looked for in vain."""
    return _folded(text, marked).joined


def _folded(text: str, marked: bool) -> _Folded:
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    parts: list[str] = []
    length = 0
    for word in words(text):
        shown = word.folded if marked else word.plain
        starts.append(length)
        spans.append((word.start, word.end))
        parts.append(shown)
        length += len(shown) + 1
    return _Folded(" ".join(parts), starts, spans)


def _places(body: _Folded, wanted: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = body.joined.find(wanted)
    while at >= 0:
        first = bisect_left(body.starts, at)
        last = bisect_left(body.starts, at + len(wanted)) - 1
        whole = first < len(body.starts) and body.starts[first] == at
        ends = at + len(wanted) == len(body.joined) or body.joined[at + len(wanted)] == " "
        if whole and ends:
            found.append((body.spans[first][0], body.spans[last][1]))
        at = body.joined.find(wanted, at + 1)
    return found


def answer_phrase(spans: Sequence[Span]) -> Draft:
    """Where the phrase stands, each place with its formal citation."""
    return Draft(Status.ANSWERED, tuple(map(_placed, spans[:MOST_SHOWN])))


def _placed(span: Span) -> Statement:
    """The words of a place after its formal citation."""
    name = sentence_case(provision_citation(span.plan, span.start, span.end))
    where = f"{name}, {plan_citation(span.plan, full=False)} ({locality_of(span.plan)})"
    return Statement(f"{where}: “{span.line}”", (span,))


def answer_number(number: str, plans: Sequence[Plan]) -> Draft | None:
    """Every place that names the document of this number; None when no plan does."""
    each = max(2, MOST_SHOWN // max(len(plans), 1))
    spans = [span for plan in plans for span in mentions(plan, number)[:each]]
    return Draft(Status.ANSWERED, tuple(map(_placed, spans))) if spans else None


def answer_cited(number: str, plans: Sequence[Plan]) -> Draft:
    """Every place that names the document of this number, or that no plan does."""
    said = Statement(wording.NOT_CITED.format(number=number))
    return answer_number(number, plans) or Draft(Status.NOT_STATED, (said,))
