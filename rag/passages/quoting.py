"""How much of a provision an answer quotes: whole when it is short, with the list it announces."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.plan import Plan, Section
from rag.draft import Span
from rag.meaning.words import Concept, bag, coverage
from rag.passages.sentences import sentences

WHOLE = 600  # characters; a provision up to this length is quoted whole
LONGEST = 1_200  # characters of a list that is quoted with the words that announce it
_NEARLY = 0.75  # a neighbour that holds this share of what the best sentence holds goes with it


def quoted(
    best: Span, section: Section, concepts: Sequence[Concept], *, listed: bool = False
) -> Span:
    """The words of a provision that answer; ``best`` is its sentence that holds most.

    The whole provision when it is short (``listed``: up to ``LONGEST``); else the best sentence,
    with neighbours that say nearly as much. Words that end in a colon, and a bare heading, take
    along what they announce as far as it fits.
    """
    plan = best.plan
    own = _own(plan, section)
    if own.end - own.start <= (LONGEST if listed else WHOLE):
        span = own
    else:
        span = _with_neighbours(best, own, concepts)
    return _with_list(span, section, own)


def _own(plan: Plan, section: Section) -> Span:
    """The provision's own text without its label and heading; the heading when that is all."""
    return _trimmed(plan, section.body_start, section.end) or Span(
        plan, section.start, section.start + len(plan.text[section.start : section.end].rstrip())
    )


def _trimmed(plan: Plan, start: int, end: int) -> Span | None:
    """The words between two offsets without the blanks around them; None without words."""
    text = plan.text[start:end]
    if not text.strip():
        return None
    return Span(plan, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _with_neighbours(best: Span, own: Span, concepts: Sequence[Concept]) -> Span:
    """The best sentence with those beside it that hold nearly as much of the question."""
    plan = best.plan
    enough = _NEARLY * coverage(concepts, bag(best.text))
    start, end = best.start, best.end
    every = sentences(plan.text, own.start, own.end)
    before = reversed([span for span in every if span[1] <= best.start])
    after = [span for span in every if span[0] >= best.end]
    for first, last in before:
        if end - first > WHOLE or coverage(concepts, bag(plan.text[first:last])) < enough:
            break
        start = first
    for first, last in after:
        if last - start > WHOLE or coverage(concepts, bag(plan.text[first:last])) < enough:
            break
        end = last
    return Span(plan, start, end)


def _with_list(span: Span, section: Section, own: Span) -> Span:
    """The span and the list that it announces: the lines after it, then the parts below."""
    plan = span.plan
    announces = span.text.endswith(":") or own.end <= section.body_start
    if not announces:
        return span
    end = span.end
    if span.end < own.end:
        stops = [stop for _, stop in sentences(plan.text, span.end, own.end)]
    else:
        stops = [child.subtree_end for child in plan.children(section)]
    for stop in stops:
        if stop - span.start > LONGEST:
            break
        end = stop
    return Span(plan, span.start, span.start + len(plan.text[span.start : end].rstrip()))
