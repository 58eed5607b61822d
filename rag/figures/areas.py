"""The area that a value is for: the whole locality, a part of it, a unit inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.fold import fold, strip_marks
from corpus.places.names import printed_type
from corpus.plan import Plan
from rag.asked.patterns import spelled
from rag.collection import inner_unit
from rag.figures.match import Match, of_years
from rag.meaning.words import Concept
from rag.question import Question

# What a question calls an area, and the words of a scope that mean it, without diacritics.
_SCOPES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (spelled(r"\b(?:khu vực )?nội (?:thị|thành|ô)\b"), re.compile(r"noi (?:thi|thanh)")),
    (spelled(r"\b(?:khu vực )?ngoại (?:thị|thành)\b"), re.compile(r"ngoai (?:thi|thanh)")),
    (
        spelled(r"\btoàn (?:huyện|tỉnh|thị xã|thành phố)\b"),
        re.compile(r"toan|^(?:huyen|tinh|thi xa)"),
    ),
)
# Scopes that are less than the whole area; without one a value is for all of it.
_PART = re.compile(r"(?:noi|ngoai) (?:thi|thanh|o)\b|\bdo thi\b|nong thon|khu vuc|trung tam")
# Each of the units inside the area: "của từng huyện".
_EACH_UNIT = spelled(
    r"\b(?:từng|mỗi|các) (?P<kind>huyện|quận|thị xã|thành phố|thị trấn|phường|xã)\b"
)


def without_scope(question: Question) -> tuple[Concept, ...]:
    """The question's concepts that name the thing; words for the area are matched apart."""
    folded = question.folded
    spans = [match.span() for asked, _ in _SCOPES for match in asked.finditer(folded)]
    return tuple(
        concept
        for concept in question.concepts
        if not any(start <= concept.typed[0].start < end for start, end in spans)
    )


def of_place(matches: list[Match], question: Question) -> list[Match]:
    """Those for the place inside the plan's area that the question names; else for the whole area.

    What a province sets for one of its towns is no target of the province, and the other way round.
    Where the plan sets it for such places alone, all of these.
    """
    inner = [match for match in matches if _inner_place(match) is not None]
    if (each := _EACH_UNIT.search(question.folded)) is not None:
        of_kind = [
            m for m in inner if fold(printed_type(_inner_place(m) or "") or "") == each["kind"]
        ]
        if of_kind:
            return of_kind
    asked = [match for match in inner if _is_asked(match, question)]
    if asked or not inner:
        return asked or matches
    whole = [match for match in matches if match not in inner]
    if of_years(whole, question.years) or _names_another_unit(inner[0].plan, question):
        return whole
    return matches


def is_of_unasked_unit(match: Match, question: Question) -> bool:
    """Whether a value is for a unit inside the area that the question does not name."""
    return _inner_place(match) is not None and not _is_asked(match, question)


def _names_another_unit(plan: Plan, question: Question) -> bool:
    """Whether the question names a unit inside the area, by type, that the plan prints."""
    return any(
        mention.printed_type is not None
        and mention.places[0].name != plan.meta.locality
        and mention.places[0].name in plan.text
        for mention in question.places
    )


def _inner_place(match: Match) -> str | None:
    return inner_unit(match.indicator.scope or "", match.plan.meta)


def _is_asked(match: Match, question: Question) -> bool:
    """Whether the question names the place of a value, by its type where the plan bears its name."""
    scope = _inner_place(match) or ""
    said, kind = strip_marks(scope), printed_type(scope)
    own = strip_marks(match.plan.meta.locality or "")
    return any(
        strip_marks(place.name) in said
        and (mention.printed_type == kind if strip_marks(place.name) == own else True)
        for mention in question.places
        for place in mention.places
    )


def in_scope(matches: list[Match], question: Question) -> list[Match]:
    """Those of the area that the question names, when any is; else all."""
    for asked, scope in _SCOPES:
        if asked.search(question.folded):
            fitting = [m for m in matches if scope.search(strip_marks(m.indicator.scope or ""))]
            return fitting or matches
    return matches


def asked_scope_missing(matches: Sequence[Match], question: Question) -> str | None:
    """The area that the question names and no match is for, as typed; None when all is well."""
    for asked, scope in _SCOPES:
        found = asked.search(question.folded)
        if found and not any(scope.search(strip_marks(m.indicator.scope or "")) for m in matches):
            whole = strip_marks(found.group()).startswith("toan")
            if whole and not all(
                _PART.search(strip_marks(m.indicator.scope or "")) for m in matches
            ):
                continue
            return question.text[found.start() : found.end()]
    return _namesake_missing(matches, question)


def _namesake_missing(matches: Sequence[Match], question: Question) -> str | None:
    """The town that bears the name of the plan's province where no match is for it, as typed.

    "thành phố Hà Tĩnh" is asked for and the plan speaks of the province alone.
    """
    for mention in question.places:
        for match in matches:
            meta = match.plan.meta
            place = mention.places[0]
            inside = mention.printed_type and place.level == "huyện" and meta.level == "tỉnh"
            if (
                not inside
                or place.name != meta.locality
                or printed_type(meta.issuer or "") == mention.printed_type
            ):
                continue
            if not any(_is_asked(other, question) for other in matches if _inner_place(other)):
                return question.text[mention.start : mention.end]
    return None
