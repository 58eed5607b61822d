"""The gate for localities: those of the sentence must be those of the plans that it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold, strip_marks
from corpus.places.finder import PlaceMention
from corpus.places.names import printed_type
from corpus.plan import Plan
from rag.gate.cited import Cited
from rag.gate.claim import BLANK, Claim
from rag.gate.evidence import (
    holds,
)

ELSEWHERE = "Địa phương"  # how faults of place begin
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s$")


def without_citations(claim: Claim, cited: Cited) -> tuple[Claim, list[tuple[int, Plan]]]:
    """The claim without the phrases that name a cited plan or provision; which plan, and where."""
    named: list[tuple[int, Plan]] = []
    for each in cited.identities:
        for phrase in sorted(each.citations, key=len, reverse=True):
            spans = claim.places_of(phrase)
            named += [(start, each.plan) for start, _ in spans]
            claim = claim.without(spans)
    for place in cited.grounds:
        claim = claim.without(claim.places_of(place.citation))
    return claim, named


def place_faults(
    mentions: Sequence[PlaceMention], claim: Claim, cited: Cited, named: list[tuple[int, Plan]]
) -> list[str]:
    """Localities that are not the cited plans', and cited plans that are not the locality's."""
    faults = []
    around = []
    for mention in mentions:
        plans = [i.plan for i in cited.identities if _names(mention, i.plan)]
        named += [(mention.start, plan) for plan in plans]
        if not plans:
            around.append(mention)
    told = {id(plan) for _, plan in named}
    for mention in around:
        words = claim.text[mention.start : mention.end]
        if not _is_around(mention, claim, cited, named) and not _is_cited(mention, claim, cited):
            faults.append(f"{ELSEWHERE} “{words}” không có trong trích dẫn.")
    if told and any(id(each.plan) not in told for each in cited.identities):
        faults.append(f"{ELSEWHERE} trong câu không phải là của mọi văn bản được trích.")
    return faults


def _names(mention: PlaceMention, plan: Plan) -> bool:
    own = strip_marks(plan.meta.locality or "")
    if not own or all(strip_marks(place.name) != own for place in mention.places):
        return False
    kind = printed_type(plan.meta.issuer or "")
    return kind is None or mention.printed_type in {None, kind}


def _is_around(
    mention: PlaceMention, claim: Claim, cited: Cited, named: Sequence[tuple[int, Plan]]
) -> bool:
    """Whether the place is the province of a plan, named as such or right after its locality."""
    before = claim.low[: mention.start].rstrip(" ,(")
    words = claim.low[mention.start : mention.end]
    for _, plan in named:
        province = fold(plan.meta.province or "")
        if province and (
            words == f"{fold('tỉnh')} {province}"
            or (
                words == province
                and before.endswith((fold(plan.meta.locality or BLANK), fold("tỉnh")))
            )
        ):
            return True
    return False


def _is_cited(mention: PlaceMention, claim: Claim, cited: Cited) -> bool:
    """Whether the cited words name the place, with the word before it: "UBND huyện Bình Sơn"."""
    before = _WORD_BEFORE.search(claim.low[: mention.start])
    phrase = f"{before['word'] if before else ''} {claim.low[mention.start : mention.end]}"
    return any(holds(g.words, " ".join(phrase.split())) for g in cited.grounds)
