"""What a writer sees of the collection: its plans, and how telling a word is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.citation.writer import plan_citation
from corpus.fold import strip_marks
from corpus.letters import UPPER
from corpus.places.names import printed_type
from corpus.plan import Plan, PlanMeta
from index.store import Hit
from index.tables import PlanCard
from rag.meaning.likeness import Likeness
from rag.meaning.words import Weigh
from rag.question import Question
from rag.typed.vocabulary import Vocabulary

Search = Callable[[Question, Sequence[str] | None, int], tuple[Hit, ...]]

# A unit by its type and name.
_UNIT = re.compile(
    r"\b(?:[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]ỉnh|TP\.?|TX\.?)"
    rf"\s[{UPPER}]"
)


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


def is_own_area(scope: str, meta: PlanMeta) -> bool:
    """Whether a printed scope is the whole area of a plan, by its name: "thị xã Đức Phổ".

    Not "thành phố Yên Bái" in a plan of the province, nor "thành phố Vinh, khu vực nội thành".
    """
    name = strip_marks(meta.locality or "")
    if not name or ", " in scope or name not in strip_marks(scope):
        return False
    own, said = printed_type(meta.issuer or ""), printed_type(scope)
    return own is None or said in {None, own}


def inner_unit(scope: str, meta: PlanMeta) -> str | None:
    """The part of a printed scope that names a unit inside the plan's area: "thành phố Yên Bái"."""
    parts = (part for part in scope.split(", ") if _UNIT.search(part))
    return next((part for part in parts if not is_own_area(part, meta)), None)


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
