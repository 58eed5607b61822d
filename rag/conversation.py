"""Follow-up questions: what the earlier turns said is filled in where the last one is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from corpus.places.finder import PlaceMention
from rag.asked import phrases
from rag.asked.documents import NamedDocument, named_documents, outside
from rag.asked.fields import only_fields
from rag.asked.localities import locate
from rag.asked.numbered import documents_of, is_owned, own_documents
from rag.asked.patterns import spelled
from rag.asked.scope import Scope, scope_of
from rag.collection import Collection
from rag.lookup import is_only_a_part
from rag.question import Kind, Question, understand
from rag.records.collection_question import is_about_collection
from rag.typed.reader import read_typed

# A part by its label: "khoản 3", "Mục II", "điểm b".
_PART = spelled(
    r"\b(?P<word>phần|chương|mục|điều|khoản|điểm|tiết|phụ lục)\s(?:thứ\s)?(?:[ivxlc]+|\d+|[a-zđ])\b(?!\s?%)"
)
_ADDS = spelled(r"\bthêm\b[^?]{1,40}\b(?:vào|nữa|luôn)\b|\bcả\b[^?]{1,40}\bnữa\b")


def resolved(text: str, history: Sequence[str], collection: Collection) -> Question:
    """The question with what it leaves to the turns before it."""
    typed = read_typed(text, collection.vocabulary)
    question = understand(typed.text, collection.weigh, collection.vocabulary.localities)
    # Words that no plan holds are read wrongly most often: "gia vang" is looked for as typed too.
    everyday = question.everyday or phrases.OFF_TOPIC.search(fold(text)) is not None
    question = replace(question, typed=text, guessed=typed.guessed, everyday=everyday)
    if not history or is_about_collection(question) or not needs_context(question):
        return question
    before = resolved(history[-1], history[:-1], collection)
    if (other := _other_part(question, before)) is not None:
        return replace(resolved(other, (), collection), typed=text)
    return follow_up(question, before, collection)


def _other_part(question: Question, before: Question) -> str | None:
    """The citation of the turn before with another label: "còn khoản 3?" after "khoản 2 Mục III"."""
    labels = list(_PART.finditer(question.folded))
    if len(labels) != 1 or not is_only_a_part(question):
        return None
    same = [m for m in _PART.finditer(before.folded) if m["word"] == labels[0]["word"]]
    if len(same) != 1:
        return None
    return f"{before.text[: same[0].start()]}{question.text[slice(*labels[0].span())]}{before.text[same[0].end() :]}"


def needs_context(question: Question) -> bool:
    """Whether the question leaves out its subject or its locality."""
    own = own_documents(question)
    told = question.places or question.strangers or question.numbers or question.all_plans or own
    return not outside(question.concepts, own) or not told


def follow_up(question: Question, before: Question, collection: Collection) -> Question:
    """``question`` with subject, scope, years and kind of ``before`` where it has none of its own.

    "so với Hà Tĩnh thì sao?" adds its place to those before; "còn Đà Lạt?" replaces them, and the
    documents named by number with them, as another document does.
    """
    own = own_documents(question)
    replaces = bool(own) or (bool(question.places) and not _adds_place(question))
    kept = _without_documents(before, question.places, collection) if replaces else before
    places = _inherited(question, kept, own, collection)
    same_subject = not outside(question.concepts, own) or _only_scope(question)
    if same_subject:
        filled = _of_subject(question, kept, places)
    else:
        filled = _of_scope(question, kept, places, _document_words(kept, collection))
    fields = question.fields or _bare_fields(question, before)
    return replace(
        filled,
        kind=Kind.METADATA if fields else filled.kind,
        fields=fields or (before.fields if filled.kind is before.kind else ()),
        years=question.years or _inherited_years(question, before, same_subject=same_subject),
        numbers=question.numbers or kept.numbers,
    )


def _inherited_years(
    question: Question, before: Question, *, same_subject: bool
) -> tuple[int, ...]:
    """The years of the turn before; none where it is asked how things stand: "còn hiện nay?"."""
    if question.wants_baseline or not (same_subject or not question.places):
        return ()
    return before.years


def _bare_fields(question: Question, before: Question) -> tuple[str, ...]:
    """The fields that a few words ask for after a question for others: "ngày nào?", "của cơ quan nào?"."""
    return only_fields(question.folded) if before.kind is Kind.METADATA else ()


def _adds_place(question: Question) -> bool:
    """Whether its place is to be put beside those before: "so với Hà Tĩnh thì sao?", "thêm … nữa"."""
    compares = question.kind is Kind.COMPARE or _ADDS.search(question.folded) is not None
    return compares and len(question.places) == 1


def _inherited(
    question: Question,
    kept: Question,
    own: Sequence[NamedDocument],
    collection: Collection,
) -> tuple[PlaceMention, ...]:
    """The places of the turn before that the question is about too."""
    if question.places or question.strangers:
        return kept.places if _adds_place(question) else ()
    return kept.places if _fit(own, kept.places, collection) else ()


def _of_subject(question: Question, kept: Question, inherited: Sequence[PlaceMention]) -> Question:
    """The question put to the subject of the turn before: both texts, the earlier first."""
    return replace(
        question,
        text=f"{kept.text} {question.text}",
        kind=kept.kind if question.kind is Kind.PASSAGE else question.kind,
        concepts=kept.concepts,
        places=(*inherited, *_moved(question.places, len(kept.text) + 1)),
    )


def _of_scope(
    question: Question, kept: Question, inherited: Sequence[PlaceMention], documents: str
) -> Question:
    """The question put to the documents and places of the turn before, named behind its words."""
    text = f"{question.text} (theo {documents})" if documents else question.text
    places: list[PlaceMention] = []
    for place in inherited:
        places += _moved([place], len(text) + len(" (") - place.start)
        text = f"{text} ({kept.text[place.start : place.end]})"
    return replace(question, text=text, places=(*places, *question.places))


def _moved(places: Sequence[PlaceMention], by: int) -> tuple[PlaceMention, ...]:
    return tuple(replace(place, start=place.start + by, end=place.end + by) for place in places)


def _fit(
    own: Sequence[NamedDocument], places: Sequence[PlaceMention], collection: Collection
) -> bool:
    """Whether the documents can be of the places: one of them is, or none is known."""
    held = [card for name in own for card in documents_of(name, collection.cards())]
    return not held or bool(locate(places, held).targets)


def _without_documents(
    before: Question, places: Sequence[PlaceMention], collection: Collection
) -> Question:
    """The turn before without the documents that it was put to, but those that ``places`` have too."""
    near = [target.card for target in locate(places, collection.cards()).targets]
    scope = scope_of(before, collection)
    gone = [name for name in _put_to(before, scope) if not documents_of(name, near)]
    text = before.text
    for name in gone:
        text = text[: name.start] + " " * (name.end - name.start) + text[name.end :]
    return replace(before, text=text, concepts=outside(before.concepts, gone), numbers=())


def _put_to(question: Question, scope: Scope) -> list[NamedDocument]:
    """The documents named in the text that answer it, or that it asks for and nobody has."""
    named = [n for n in named_documents(question) if n.start >= 0 and not n.carried]
    if scope.unheld is not None:
        return [name for name in named if name == scope.unheld]
    return [name for name in named if scope.by_number and documents_of(name, scope.plans)]


def _document_words(question: Question, collection: Collection) -> str:
    """The documents that the question was put to, by their full numbers, or as it names them."""
    scope = scope_of(question, collection)
    found: list[str] = []
    for name in _put_to(question, scope):
        held = [
            f"{plan.meta.type or ''} {plan.meta.number}" for plan in documents_of(name, scope.plans)
        ]
        owners = [place.end for place in question.places if is_owned(name, place, question)]
        found += held or [question.text[name.start : max(owners, default=name.end)]]
    return " và ".join(dict.fromkeys(found))


def _only_scope(question: Question) -> bool:
    """Whether all that the question names is an area: "khu vực nội thị thì sao?"."""
    area = phrases.AREA.sub(" ", fold(question.topic))
    return not area.strip()
