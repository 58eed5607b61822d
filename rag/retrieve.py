"""Question -> hits: both legs of the search behind one call, and as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.plan import SectionKind
from index.store import Filter, Hit, Index
from index.tokens import terms
from rag.meaning.words import Bag, Concept, bag
from rag.question import Question

if TYPE_CHECKING:
    from index.embed import Embedder

CANDIDATES = 96  # hits that are put in order by what they hold
_CONTEXT_SHARE = 0.6  # a concept found only in the headings above counts this much
_YEAR_SHARE = 0.1
_BLOCK_SHARE = 1.0
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
    index: Index, embedder: Embedder | None, question: Question, plans: Sequence[str] | None, k: int
) -> tuple[Hit, ...]:
    """At most ``k`` hits of the named plans (None: of all), best first.

    Both legs of the index find candidates; what they hold of the question's concepts, its years and
    the block that a metadata question is printed in put them in order.
    """
    vector: NDArray[np.float32] | None = None
    if embedder is not None:
        vector = embedder.embed_queries([question.text])[0]
    chosen = Filter(frozenset(plans) if plans is not None else None, None)
    found = index.search(vector, search_terms(question), chosen, max(k, CANDIDATES))
    return tuple(sorted(found, key=lambda hit: -_rank(hit, question))[:k])


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
