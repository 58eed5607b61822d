"""The one object that the outside calls: open an index once, then ask.

The chain is LangChain's: question -> retrieve -> answer -> verify, each a runnable.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.plan import Plan
from index.embed import ENVIRONMENT, open_embedder
from index.snapshot import current
from index.store import Filter, Hit, LocalIndex, open_index
from index.tables import PlanCard
from index.tokens import terms
from rag.answer import Answer
from rag.asked.scope import scope_of, search_scope
from rag.chain import answer_chain, run
from rag.collection import Collection
from rag.errors import QuestionError
from rag.lookup import look_up, named_spans
from rag.meaning.likeness import Likeness
from rag.question import Question, check, understand
from rag.retrieve import retrieve
from rag.typed.reader import read_typed
from rag.typed.vocabulary import Vocabulary

if TYPE_CHECKING:
    from index.embed import Embedder

MAX_HITS = 50
MOST_CITED = 5  # cited or quoted places that come before the hits of the search


class Assistant:
    """Answers questions from one snapshot of an index. Safe to use from several threads."""

    def __init__(self, index: LocalIndex, embedder: Embedder | None) -> None:
        self._index = index
        self._embedder = embedder
        cards = index.plans()
        vocabulary = Vocabulary.from_texts(
            (index.plan(card.id).text for card in cards),
            (card.meta.locality for card in cards if card.meta.locality),
        )
        self._likeness = Likeness.of(embedder)
        self._collection = Collection(index, self._search, self._weigh, vocabulary, self._likeness)
        self._chain = answer_chain(self._collection)

    @classmethod
    def open(cls, index_home: Path, embedding: str | None = None) -> Assistant:
        """The assistant over the index in ``index_home``, with the model that the index was built with.

        Raises index.errors.IndexingError when the index or the model cannot be used.
        """
        model = embedding or os.environ.get(ENVIRONMENT) or current(index_home).manifest.model.name
        embedder = open_embedder(model)
        return cls(open_index(index_home, embedder), embedder)

    @property
    def collection(self) -> Collection:
        """What the writers of answers see: the plans, the search, the weights of words."""
        return self._collection

    def plans(self) -> tuple[PlanCard, ...]:
        """Every plan of the collection, without its text."""
        return self._index.plans()

    def plan(self, identifier: str) -> Plan:
        """One plan, whole; KeyError when it is not in the collection."""
        return self._index.plan(identifier)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """A verified answer to ``question``; ``history`` holds the user's earlier turns, oldest first.

        Raises rag.errors.QuestionError for an empty or overlong question.
        """
        started = time.perf_counter()
        text = check(question)
        answer = run(self._chain, text, history)
        return replace(answer, seconds=time.perf_counter() - started)

    def compare(self, topic: str, localities: Sequence[str]) -> Answer:
        """The topic or indicator compared across the localities, as ``Answer.table`` and in words.

        Raises QuestionError when the topic is empty or fewer than two localities are given.
        """
        if len(localities) < 2:
            raise QuestionError("Cần ít nhất hai địa phương để so sánh.")
        return self.ask(f"So sánh {check(topic)} của {' và '.join(localities)}")

    def look_up(self, text: str) -> Answer:
        """The provision, the phrase or the document number that ``text`` names, word for word.

        Raises QuestionError for an empty or overlong text.
        """
        started = time.perf_counter()
        answer = look_up(check(text), self._collection)
        return replace(answer, seconds=time.perf_counter() - started)

    def stream(self, question: str, history: Sequence[str] = ()) -> Iterator[str]:
        """The text of the verified answer word by word."""
        for word in self.ask(question, history).text.split(" "):
            yield f"{word} "

    def retrieve(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """The hits that an answer to ``question`` would be sought in, best first."""
        typed = read_typed(check(question), self._collection.vocabulary)
        read = understand(typed.text, self._weigh, self._collection.vocabulary.localities)
        scope = scope_of(read, self._collection)
        asked, plans = search_scope(read, scope)
        found = self._search(asked, plans, min(k, MAX_HITS))
        return self._cited_first(typed.text, scope.plans, found)[: min(k, MAX_HITS)]

    def _cited_first(
        self, text: str, plans: Sequence[Plan], found: tuple[Hit, ...]
    ) -> tuple[Hit, ...]:
        """The chunks of what the text cites or quotes before all others."""
        spans = named_spans(text, plans)[:MOST_CITED]
        cited: list[Hit] = []
        for span in spans:
            path = span.plan.section_at(span.start).path
            inside = self._index.search(
                None, terms(span.text), Filter(frozenset({span.plan.id}), (path,)), 1
            )
            cited += [hit for hit in inside if hit.chunk not in [c.chunk for c in cited]]
        known = {(hit.chunk.plan.id, hit.chunk.start) for hit in cited}
        return (*cited, *(h for h in found if (h.chunk.plan.id, h.chunk.start) not in known))

    def _search(self, question: Question, plans: Sequence[str] | None, k: int) -> tuple[Hit, ...]:
        return retrieve(self._index, self._embedder, question, plans, k, self._likeness)

    def _weigh(self, plain: str) -> float:
        """How telling a plain word is: Lucene's inverse document frequency over the chunks."""
        containing = self._index.keyword.frequency(plain)
        total = len(self._index)
        return math.log1p((total - containing + 0.5) / (containing + 0.5))
