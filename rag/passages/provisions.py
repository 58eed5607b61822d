"""Answers that quote a provision, and the sentence that the plan does not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.plan import Plan
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.collection import Collection, document_name, locality_of
from rag.draft import Draft, Span, Statement
from rag.meaning import filler
from rag.meaning.lexicon import lexicon
from rag.meaning.words import bag, heaviest
from rag.passages.best import (
    ENOUGH,
    Passage,
    answers,
    names_what_is_lacking,
    passages_in,
    quote_statement,
)
from rag.passages.quoting import quoted
from rag.passages.standout import standout
from rag.passages.wanted import (
    fits_kind,
    holds_the_subject,
    key_words_of_a_year,
    names_who,
    wanted_words,
)
from rag.premises.claims import contradicted
from rag.question import Kind, Question
from rag.tasks import people
from rag.tasks.chosen import assigned_by

_MOST_PASSAGES = 6  # of one plan in a list answer
_LIST_SPREAD = 0.35  # passages this close to the best one are listed together
_SUBJECT = 0.4  # share of the most telling concept without which no figure is an answer
_HARDLY_AHEAD = 0.2  # a provision this little ahead of the next is shown with it
_NEAR = 0.45  # below this no provision is near enough to be shown for reference
_RELATED = 0.2  # below this no provision of a plan is shown for reference,
_NEAR_MEANING = 0.21  # unless it is so far alike in meaning
_OFF_TOPIC = 0.34  # below this no provision of the collection is about the question at all


def answer_passage(question: Question, plan: Plan, collection: Collection) -> Draft:
    """The provision that answers, or that the plan does not say it, with the nearest provision."""
    wanted = wanted_words(question)
    passages = passages_in([plan.id], question, collection, wanted)
    fitting = [p for p in passages if fits_kind(p, question, wanted)]
    likely = [p for p in fitting if answers(p, question)]
    near = [p for p in likely if p.score >= likely[0].score - _HARDLY_AHEAD]
    best = next((p for p in near if names_who(p, question)), None)
    if near and best is None:
        return not_stated(question, plan, passages)
    if best is not None:
        shown = _listed(best, fitting) if question.wants_list else _close(best, fitting, wanted)
        if (fixed := contradicted(question, shown[0], _quote(shown[0], question))) is not None:
            return fixed
        if (task := assigned_by(plan, best.span)) is not None:
            return people.answer_who([task], question.concepts)
        return Draft(Status.ANSWERED, tuple(_quotation(p, question) for p in shown))
    return _by_meaning(question, plan, collection, wanted) or not_stated(question, plan, passages)


def _by_meaning(
    question: Question, plan: Plan, collection: Collection, wanted: re.Pattern[str] | None
) -> Draft | None:
    """The provision that stands out by meaning and holds what is wanted; not who does something.

    Not for a figure of a year: those that a plan sets are known, and it is none of them.
    """
    if question.kind not in {Kind.PASSAGE, Kind.VALUE, Kind.WHEN} or collection.likeness is None:
        return None
    if _asks_value(question) and question.years:
        return None
    if question.is_general or _names_a_lacking_term(question, plan):
        return None
    found = standout(plan, question.unplaced, collection.likeness)
    if found is None:
        return None
    section, span = found
    if wanted is not None and wanted.search(span.text) is None:
        return None
    told = bag(f"{plan.headings_above(section)} ; {plan.own_text(section)}")
    claims = question.kind is Kind.VALUE and question.yes_no
    if claims and heaviest(question.concepts).covered(told) < _SUBJECT:
        return None  # "có đặt chỉ tiêu … không?" is not answered by a figure of another thing
    span = quoted(span, section, question.concepts, listed=question.asks_for_several)
    return Draft(Status.ANSWERED, (quote_statement(span, f"{document_name(plan)} nêu"),))


def _names_a_lacking_term(question: Question, plan: Plan) -> bool:
    """Whether the question is for an official term that the plan never prints, in any of its wordings."""
    named = lexicon().is_official(heaviest(question.concepts).typed)
    return named and names_what_is_lacking(question, plan)


def _close(
    best: Passage, fitting: Sequence[Passage], wanted: re.Pattern[str] | None
) -> list[Passage]:
    """The best provision, and the next one where hardly anything speaks for the one before the other.

    Not where an amount or a time is asked for: two figures are no answer.
    """
    others = [p for p in fitting if p.section.index != best.section.index]
    second = next((p for p in others if p.score <= best.score), None)
    if wanted is not None or second is None or best.score - second.score > _HARDLY_AHEAD:
        return [best]
    return [best, second]


def _listed(best: Passage, others: Sequence[Passage]) -> list[Passage]:
    """The best provision and those that hold nearly as much of the question, best first."""
    near = [p for p in others if p.coverage >= ENOUGH and p.score >= best.score - _LIST_SPREAD]
    return [best, *(p for p in near if p.section.index != best.section.index)][:_MOST_PASSAGES]


def quote_passage(passage: Passage, question: Question) -> Draft:
    """The passage as the answer."""
    return Draft(Status.ANSWERED, (_quotation(passage, question),))


def _quotation(passage: Passage, question: Question) -> Statement:
    """What the provision says, under the name of its plan."""
    return quote_statement(_quote(passage, question), f"{document_name(passage.span.plan)} nêu")


def _quote(passage: Passage, question: Question) -> Span:
    listed = question.asks_for_several
    return quoted(passage.span, passage.section, question.concepts, listed=listed)


def not_stated(
    question: Question, plan: Plan, passages: Sequence[Passage], said: str = ""
) -> Draft:
    """That the plan does not say it, with the nearest of the passages when one is about it at all.

    ``said``: the sentence to say so with, when the usual one does not fit.
    """
    statements = [Statement(said or _unsaid(question, plan))]
    if passages and _is_near(passages[0], question):
        statements.append(quote_statement(_quote(passages[0], question), wording.NEAREST))
    return Draft(Status.NOT_STATED, tuple(statements))


def _unsaid(question: Question, plan: Plan) -> str:
    """The usual sentence that the plan does not state what the question names."""
    if phrases.DEFINITION.search(question.folded):
        return wording.NO_DEFINITION.format(topic=question.topic)
    return wording.not_stated(
        locality_of(plan), question.topic, question.years, value=_asks_value(question)
    )


def _is_near(passage: Passage, question: Question) -> bool:
    """Whether a provision is about the question at all; a figure of something else misleads."""
    if _asks_value(question):
        return passage.coverage >= _OFF_TOPIC
    return passage.coverage >= _RELATED or (passage.evidence.meaning or 0.0) >= _NEAR_MEANING


def _asks_value(question: Question) -> bool:
    return question.kind is Kind.VALUE or key_words_of_a_year(question)


def answer_from_any(question: Question, collection: Collection) -> Draft:
    """The provisions that answer, of every plan that has one; or that none says it."""
    wanted = wanted_words(question)
    passages = passages_in(None, question, collection, wanted)
    best = max((passage.coverage for passage in passages), default=0.0)
    fitting = [p for p in passages if p.coverage >= ENOUGH and fits_kind(p, question, wanted)]
    if not fitting:
        if best < _OFF_TOPIC or _mostly_unknown(question, collection):
            return Draft(Status.OFF_TOPIC, (Statement(wording.OFF_TOPIC),))
        return _stated_nowhere(question, passages)
    per_plan: dict[str, Passage] = {}
    for passage in fitting:
        per_plan.setdefault(passage.span.plan.id, passage)
    near = [p for p in per_plan.values() if p.score >= fitting[0].score - _LIST_SPREAD]
    shown = [p for p in near if holds_the_subject(p, question)] or near[:1]
    return Draft(Status.ANSWERED, tuple(_quotation(p, question) for p in shown))


def _mostly_unknown(question: Question, collection: Collection) -> bool:
    """Whether most of the words that the question is about occur nowhere in the collection."""
    unknown = collection.weigh("\0")  # the weight of a word that no plan has
    typed = {word.plain for c in question.concepts for word in c.typed if not filler.is_light(word)}
    missing = [plain for plain in typed if collection.weigh(plain) >= unknown]
    return len(missing) >= 0.4 * len(typed)


def _stated_nowhere(question: Question, passages: Sequence[Passage]) -> Draft:
    defines = phrases.DEFINITION.search(question.folded)
    said = wording.NO_DEFINITION if defines else wording.STATED_NOWHERE
    statements = [Statement(said.format(topic=question.topic))]
    if passages[0].coverage >= _NEAR:
        of = document_name(passages[0].span.plan)
        lead = f"{wording.NEAREST} ({of})"
        statements.append(quote_statement(_quote(passages[0], question), lead))
    return Draft(Status.NOT_STATED, tuple(statements))
