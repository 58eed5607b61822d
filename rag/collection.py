"""What a writer sees of the collection: its plans, and how telling a word is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.citation.writer import plan_citation
from corpus.places.names import printed_type
from corpus.plan import Plan
from index.store import Hit
from index.tables import PlanCard
from rag.meaning.likeness import Likeness
from rag.meaning.words import Weigh
from rag.question import Question
from rag.typed.vocabulary import Vocabulary

Search = Callable[[Question, Sequence[str] | None, int], tuple[Hit, ...]]


class Plans(Protocol):
    """The plans of an index."""

    def plans(self) -> tuple[PlanCard, ...]:
        """Every plan without its text."""
        ...

    def plan(self, identifier: str) -> Plan:
        """One plan, whole."""
        ...


@dataclass(frozen=True, slots=True)
class Collection:
    """The plans, the search over them, what words weigh (larger is more telling) and its vocabulary.

    ``likeness`` is that of the bundled embedding model; None with another one.
    """

    index: Plans
    search: Search
    weigh: Weigh
    vocabulary: Vocabulary
    likeness: Likeness | None = None

    def cards(self) -> tuple[PlanCard, ...]:
        """Every plan without its text."""
        return self.index.plans()

    def plan(self, identifier: str) -> Plan:
        """One plan, whole."""
        return self.index.plan(identifier)


def locality_of(plan: Plan) -> str:
    """The name under which an answer speaks of a plan: its locality, else its issuer, else its id."""
    return plan.meta.locality or plan.meta.issuer or plan.id


def told_apart(plans: Sequence[Plan]) -> tuple[str, ...]:
    """The names of plans in a comparison: with the type of unit, else the number, where two have one.

    "thành phố Cao Lãnh" beside "huyện Cao Lãnh".
    """
    return tuple(_name_among(plan, plans) for plan in plans)


def _name_among(plan: Plan, plans: Sequence[Plan]) -> str:
    name = locality_of(plan)
    kinds = [printed_type(p.meta.issuer or "") for p in plans if locality_of(p) == name]
    kind = printed_type(plan.meta.issuer or "")
    if len(kinds) == 1:
        return name
    return (
        f"{kind} {name}"
        if kind and kinds.count(kind) == 1
        else f"{name} ({plan.meta.number or plan.id})"
    )


def document_name(plan: Plan) -> str:
    """What an answer calls a plan in running text: "Kế hoạch số 151/KH-UBND của Quảng Ngãi"."""
    name = plan_citation(plan, full=False)
    locality = locality_of(plan)
    return name if locality in name else f"{name} của {locality}"
