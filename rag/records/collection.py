"""The collection itself: which documents it holds, of which places, of when, signed by which office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.citation.writer import vietnamese_date
from corpus.plan import Plan
from rag import wording
from rag.answer import Status
from rag.asked.scope import Scope
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.question import Question
from rag.records import facts
from rag.records.collection_question import (
    AREAS,
    Asked,
    extreme,
    has,
    is_about_collection,
    read_asked,
)
from rag.records.outline import in_words
from rag.records.remainder import as_typed

MOST_LISTED = 40  # documents or places in one answer


def answer_collection(question: Question, scope: Scope) -> Draft | None:
    """The documents that are asked for, from what all of them print; None for another question."""
    question = as_typed(question)
    if not is_about_collection(question) or (scope.located.missing and not scope.named):
        return None
    asked = read_asked(question)
    held = [plan for plan in scope.plans if asked.fits(plan.meta)]
    if not held:
        return Draft(Status.NOT_STATED, (Statement(_none(question)),))
    latest = extreme(question)
    if latest is not None:
        return _by_age(held, latest=latest, asked=asked, compared=len(question.places) > 1)
    if asked.dated:
        return _of_time(held, asked)
    if not question.places and has(question, AREAS):
        return _of_areas(held, asked)
    return _listed(question, held, asked)


def _none(question: Question) -> str:
    said = " ".join(question.text.strip(" ?.!").split())
    return f"Không có văn bản nào trong kho phù hợp với điều được hỏi: “{said}”."


def _listed(question: Question, held: Sequence[Plan], asked: Asked) -> Draft:
    """How many documents there are, by type, and each by its name."""
    kinds = Counter(plan.meta.type or "Văn bản" for plan in held)
    parts = [f"{counted(n)} {kind[:1].lower()}{kind[1:]}" for kind, n in kinds.items()]
    many = f"{counted(len(held))} văn bản" if len(kinds) > 1 else parts[0]
    more = f", gồm {wording.join(parts)}" if len(kinds) > 1 else ""
    about = question.places or asked != Asked(asked.types)
    lead = f"Có {many} phù hợp{more}:" if about else f"Kho văn bản có {many}{more}:"
    return Draft(Status.ANSWERED, (Statement(lead), *_lines(held, asked)))


def _lines(plans: Sequence[Plan], asked: Asked) -> list[Statement]:
    field = "signer" if asked.office else "subject"
    lines = [_line(plan, field) for plan in plans[:MOST_LISTED]]
    rest = len(plans) - MOST_LISTED
    more = f"Còn {counted(rest)} văn bản khác không nêu tên ở đây."
    return [*lines, Statement(more)] if rest > 0 else lines


def _line(plan: Plan, field: str) -> Statement:
    """A document by its name, with its signer or its title as printed."""
    if field == "signer":
        said = f"{document_name(plan)}, người ký: {plan.meta.signer}, {plan.meta.signer_title}"
        return Statement(f"- {said}.", facts.field_spans(plan, "signer"))
    spans = [s for s in plan.meta.spans if s.field == "subject"]
    if not spans:
        return Statement(f"- {document_name(plan)}.", facts.field_spans(plan, "type"))
    span = Span(plan, spans[0].start, spans[0].end)
    return Statement(f"- {document_name(plan)}: “{span.line}”", (span,))


def _of_areas(held: Sequence[Plan], asked: Asked) -> Draft:
    """The places that the documents are of, each with its documents."""
    groups: dict[str, list[Plan]] = {}
    for plan in held:
        groups.setdefault(plan.meta.locality or plan.meta.issuer or "", []).append(plan)
    named = {place: plans for place, plans in groups.items() if place}
    places = [place for place, plans in named.items() if plans[0].meta.locality]
    lines = [_of_area(place, plans) for place, plans in list(named.items())[:MOST_LISTED]]
    rest = len(named) - MOST_LISTED
    more = [Statement(f"Còn {counted(rest)} nơi khác không nêu tên ở đây.")] if rest > 0 else []
    other = " và văn bản của cơ quan khác" if len(places) < len(named) else ""
    kinds = list(dict.fromkeys(plan.meta.type or "" for plan in held)) if asked.types else []
    said = wording.join([f"{kind[:1].lower()}{kind[1:]}" for kind in kinds]) or "văn bản"
    lead = Statement(f"Kho có {said} của {counted(len(places))} địa phương{other}:")
    return Draft(Status.ANSWERED, (lead, *lines, *more))


def _of_area(place: str, plans: Sequence[Plan]) -> Statement:
    one = document_name(plans[0]) if len(plans) == 1 else f"{counted(len(plans))} văn bản"
    field = "issuer" if "issuer" not in plans[0].meta.by_person else "subject"
    return Statement(f"- {place}: {one}.", facts.field_spans(plans[0], field))


def _of_time(held: Sequence[Plan], asked: Asked) -> Draft:
    """The documents issued at the time asked for; those that print no date are said apart."""
    dated = sorted((p for p in held if p.meta.date), key=lambda plan: plan.meta.date or "")
    fitting = [plan for plan in dated if asked.is_then(plan.meta.date or "")]
    undated = _undated(held)
    if not fitting:
        none = Statement("Không văn bản nào trong kho ghi ngày ban hành vào thời gian được hỏi.")
        return Draft(Status.NOT_STATED, (none, *undated))
    return Draft(Status.ANSWERED, (*map(_dated, fitting[:MOST_LISTED]), *undated))


def _by_age(held: Sequence[Plan], *, latest: bool, asked: Asked, compared: bool) -> Draft:
    """The newest or the oldest of the documents that print a date."""
    dated = [p for p in held if p.meta.date and (not asked.dated or asked.is_then(p.meta.date))]
    if not dated:
        return Draft(Status.NOT_STATED, tuple(_undated(held)))
    days = [plan.meta.date or "" for plan in dated]
    wanted = max(days) if latest else min(days)
    word = "mới nhất" if latest else "sớm nhất"
    lead = Statement(f"Văn bản {word} trong số các văn bản có ghi ngày ban hành:")
    if compared and len(dated) < len(held):
        return Draft(Status.NOT_STATED, (*_undated(held), *map(_dated, dated)))
    best = [_dated(plan) for plan in dated if plan.meta.date == wanted]
    return Draft(Status.ANSWERED, (lead, *best, *_undated(held)))


def _dated(plan: Plan) -> Statement:
    day = vietnamese_date(plan.meta.date or "")
    return Statement(
        f"- {document_name(plan)}, ban hành ngày {day}.", facts.field_spans(plan, "date")
    )


def _undated(plans: Sequence[Plan]) -> list[Statement]:
    """The documents whose copies print no date of issue, in one sentence."""
    names = [document_name(plan) for plan in plans if not plan.meta.date]
    if not names:
        return []
    shown = names[:MOST_LISTED]
    more = (
        f"; và {counted(len(names) - MOST_LISTED)} văn bản khác" if len(names) > MOST_LISTED else ""
    )
    return [Statement(f"Bản lưu không ghi ngày ban hành: {'; '.join(shown)}{more}.")]


def counted(number: int) -> str:
    """A number below a million in Vietnamese words: 105 -> "một trăm lẻ năm"."""
    if number < 100:
        return in_words(number)
    unit, name = (1000, "nghìn") if number >= 1000 else (100, "trăm")
    many, rest = divmod(number, unit)
    head = f"{counted(many)} {name}"
    if rest == 0:
        return head
    if unit == 1000 and rest < 100:
        head += " không trăm"
    return f"{head} lẻ {counted(rest)}" if rest < 10 else f"{head} {counted(rest)}"
