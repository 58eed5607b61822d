"""Baselines that stand in footnotes, given the target that their note qualifies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from corpus.fold import strip_marks
from corpus.indicators.lines import Draft
from corpus.plan import Footnote, Section

_ALIKE = 0.6  # shared words of two names of one indicator; the closest other pair seen had 0.45
_REACH = 40  # indicators before a call that its note may be about


def tie_footnotes(
    drafts: list[Draft], sections: Sequence[Section], footnotes: Sequence[Footnote]
) -> None:
    """Give each baseline of a footnote the target that its call stands behind."""
    ordered = sorted(
        (draft for draft in drafts if draft.quantity is not None),
        key=lambda draft: draft.value_start,
    )
    starts = [draft.value_start for draft in ordered]
    heads = [section.start for section in sections]
    for note in footnotes:
        calls = [start for start, _ in note.calls]
        inside = ordered[bisect_left(starts, note.start) : bisect_left(starts, note.end)]
        if not calls or not inside:
            continue
        upto = bisect_left(starts, max(calls))
        path = sections[bisect_right(heads, max(calls)) - 1].path
        own = [draft for draft in ordered[max(0, upto - _REACH) : upto] if draft.section == path]
        for draft in inside:
            if draft.parent is None:
                draft.parent = _target_of(draft, own)


def _target_of(draft: Draft, own: list[Draft]) -> Draft | None:
    """The indicator before the call whose name is most like that of the baseline."""
    words = _words(draft.name)
    best = max(own, key=lambda other: _likeness(words, _words(other.name)), default=None)
    if best is None or _likeness(words, _words(best.name)) < _ALIKE:
        return None
    return best


@lru_cache(maxsize=256)
def _words(name: str) -> frozenset[str]:
    return frozenset(strip_marks(name).split())


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
