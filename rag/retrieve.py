"""Question -> hits: both legs of the search behind one call, and as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.plan import SectionKind
from index.store import Filter, Hit, Index
from index.tokens import terms
from rag.meaning.words import Bag, Concept, bag
from rag.passages.sentences import sentences
from rag.question import Question

if TYPE_CHECKING:
    from index.embed import Embedder
    from rag.meaning.likeness import Likeness

CANDIDATES = 96  # hits that are put in order by what they hold
_CONTEXT_SHARE = 0.6  # a concept found only in the headings above counts this much
_YEAR_SHARE = 0.1
_BLOCK_SHARE = 1.0
_ALIKE_SHARE = 0.5
_KEPT_CHUNKS = 2_048  # whose sentences are kept
# Where the fields of a plan are printed (Nghị định 30/2020/NĐ-CP, Phụ lục I).
_BLOCKS = {
    "number": (SectionKind.FORMALITIES,),
    "date": (SectionKind.FORMALITIES,),
    "subject": (SectionKind.FORMALITIES,),
    "type": (SectionKind.FORMALITIES,),
    "issuer": (SectionKind.FORMALITIES, SectionKind.OPENING),
    "signer": (SectionKind.SIGNATURE,),
    "signer_title": (SectionKind.SIGNATURE,),
    "recipients": (SectionKind.RECIPIENTS,),
}


def search_terms(question: Question) -> list[str]:
    """Terms for the keyword leg: the question's own, and those of the plans' wording of its concepts.

    Each is added once: the syllables that synonyms share would swamp the score otherwise.
    """
    found = terms(question.text)
    known = set(found)
    for concept in question.concepts:
        for wording in concept.alternatives[1:2]:
            for term in terms(" ".join(word.folded for word in wording)):
                if term not in known:
                    known.add(term)
                    found.append(term)
    return found


def retrieve(
    index: Index,
    embedder: Embedder | None,
    question: Question,
    plans: Sequence[str] | None,
    k: int,
    likeness: Likeness | None = None,
) -> tuple[Hit, ...]:
    """At most ``k`` hits of the named plans (None: of all), best first.

    Both legs of the index find candidates; what they hold of the question's concepts, its years and
    the block that a metadata question is printed in put them in order, and with ``likeness`` the
    sentence of theirs that is most like the question.
    """
    vector: NDArray[np.float32] | None = None
    if embedder is not None:
        vector = embedder.embed_queries([question.text])[0]
    chosen = Filter(frozenset(plans) if plans is not None else None, None)
    found = index.search(vector, search_terms(question), chosen, max(k, CANDIDATES))
    alike = _alike(found, question, likeness) if likeness is not None else [0.0] * len(found)
    ranks = [
        _rank(hit, question) + _ALIKE_SHARE * meaning
        for hit, meaning in zip(found, alike, strict=True)
    ]
    order = sorted(range(len(found)), key=lambda at: -ranks[at])
    return tuple(found[at] for at in order[:k])


def _alike(hits: Sequence[Hit], question: Question, likeness: Likeness) -> list[float]:
    """The cosine of the question with the sentence of each chunk that is most like it.

    The vector of a chunk is a mean over its sentences, in which one of several matters is lost.
    """
    chunks = [hit.chunk for hit in hits]
    texts = [_sentences(chunk.plan.text, chunk.start, chunk.end) for chunk in chunks]
    cosines = likeness.each(question.unplaced, [text for each in texts for text in each])
    ends = list(accumulate(map(len, texts)))
    return [max(cosines[end - len(each) : end]) for each, end in zip(texts, ends, strict=True)]


@lru_cache(maxsize=_KEPT_CHUNKS)
def _sentences(text: str, start: int, end: int) -> tuple[str, ...]:
    """The sentences between two offsets; all of it where there is none."""
    spans = sentences(text, start, end)
    return tuple(text[first:last] for first, last in spans) or (text[start:end],)


def _rank(hit: Hit, question: Question) -> float:
    """The search's score and the share of the question that the chunk and its headings hold."""
    chunk = hit.chunk
    own = bag(chunk.text)
    around = bag(chunk.context)
    total = sum(concept.weight for concept in question.concepts)
    held = sum(concept.weight * _held(concept, own, around) for concept in question.concepts)
    share = held / total if total > 0 else 0.0
    timely = any(str(year) in own.plain for year in question.years)
    placed = any(chunk.section.kind in _BLOCKS.get(field, ()) for field in question.fields)
    return hit.score + share + (_YEAR_SHARE if timely else 0.0) + (_BLOCK_SHARE if placed else 0.0)


def _held(concept: Concept, own: Bag, around: Bag) -> float:
    """Share of the concept that the chunk holds, its headings standing in for what it leaves out."""
    held = concept.covered(own)
    return held if held >= _CONTEXT_SHARE else max(held, _CONTEXT_SHARE * concept.covered(around))
