"""Which sections of a plan a chain of named parts stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.citation.parts import Part
from corpus.citation.words import (
    ORDINALS,
    label_tokens,
    ordinal_value,
    own_label,
    paragraphs,
    path_tail,
    repeat_of,
)
from corpus.plan import Plan, Section
from corpus.plan import SectionKind as Kind
from corpus.sections.labels import roman_value


@dataclass(frozen=True, slots=True)
class Match:
    """A section that the parts name. ``exact``: everything that encloses it was named too.

    ``cost`` counts how far words were stretched (0: as the plan itself would be cited).
    """

    section: Section
    start: int
    end: int
    exact: bool
    cost: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A section as citations see it: its share of the path, and its whole printed label."""

    kind: Kind
    own: tuple[str, ...]
    whole: tuple[str, ...]
    repeat: int


_ITEMS = (Kind.DASH, Kind.PLUS)
_ROMAN_KINDS = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.APPENDIX, Kind.FORM)
_ABOVE_ARTICLE = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)
_LABELLED_KINDS = (*_ROMAN_KINDS, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)
_BARE_KINDS = tuple(kind for kind in _LABELLED_KINDS if kind not in (Kind.APPENDIX, Kind.FORM))
_LEADING_WORD = re.compile(r"^[^\W\d_]+(?:\s[^\W\d_]+)*\s(?=\S)")
_Score = tuple[int, int]  # parents left unnamed, cost


def match_parts(parts: tuple[Part, ...], plan: Plan) -> tuple[Match, ...]:
    """Every section that ``parts`` (largest first) names in the plan, in the plan's order.

    Of several ways to understand the words only the closest to the plan's own is kept.
    """
    if not parts:
        return ()
    lines = parts[-1] if parts[-1].line else None
    named = _for_plan(parts[:-1] if lines else parts, plan)
    found: list[Match] = []
    for section, chain in zip(plan.sections, _chains(plan), strict=True):
        if not named or not _may_end(named[-1], chain[-1]):
            continue
        score = _score(named, chain, 0, 0, 0)
        spot = (
            (section.start, section.subtree_end) if lines is None else _line(plan, section, lines)
        )
        if score is not None and spot is not None:
            found.append(Match(section, *spot, score[0] == 0, score[1]))
    best = min(((not each.exact, each.cost) for each in found), default=None)
    return tuple(each for each in found if (not each.exact, each.cost) == best)


def _for_plan(parts: tuple[Part, ...], plan: Plan) -> tuple[Part, ...]:
    """ "Phần III" is Mục III only where the plan is not divided into Phần."""
    divided = any(section.kind is Kind.PART for section in plan.sections)
    usual, other = (Kind.PART, Kind.SECTION), (Kind.PART if divided else Kind.SECTION,)
    return tuple(replace(part, kinds=other) if part.kinds == usual else part for part in parts)


def _chains(plan: Plan) -> list[tuple[_Step, ...]]:
    """For every section its steps, outermost first."""
    chains: list[tuple[_Step, ...]] = []
    for section in plan.sections:
        above = chains[section.parent] if section.parent is not None else ()
        chains.append((*above, _step(plan, section)))
    return chains


def _step(plan: Plan, section: Section) -> _Step:
    if section.kind in _ITEMS:
        ordinal = (str(section.ordinal),)
        return _Step(section.kind, ordinal, ordinal, 1)
    if section.kind is Kind.FOOTNOTE:
        label = (*label_tokens(path_tail(plan, section).rpartition(" ")[2]),)
        return _Step(section.kind, label, label, repeat_of(section))
    if section.kind not in _LABELLED_KINDS:
        return _Step(section.kind, (), (), repeat_of(section))
    whole = _tokens(own_label(plan, section))
    own = _tokens(path_tail(plan, section)) or whole
    return _Step(section.kind, own, whole, repeat_of(section))


def _tokens(label: str) -> tuple[str, ...]:
    bare = _LEADING_WORD.sub("", label)
    return (ordinal_value(bare),) if bare.lower() in ORDINALS else label_tokens(bare)


def _may_end(part: Part, step: _Step) -> bool:
    """A cheap look at the last label before the whole chain is compared."""
    if not part.tokens:
        return step.kind in part.kinds
    return bool(step.whole) and _cost(part.tokens[-1], step.whole[-1], step.kind) is not None


def _score(
    parts: tuple[Part, ...], steps: Sequence[_Step], at_part: int, at_step: int, offset: int
) -> _Score | None:
    """The best way to walk down the steps by the parts; both must end together."""
    if at_part == len(parts):
        return (0, 0) if at_step == len(steps) else None
    if at_step == len(steps):
        return None
    ways: list[_Score] = []
    part, step = parts[at_part], steps[at_step]
    for used, cost in _uses(part, step, offset):
        done = offset + used == len(part.tokens)
        if done and part.repeat not in (None, step.repeat):
            continue
        rest = _score(parts, steps, at_part + done, at_step + 1, 0 if done else offset + used)
        if rest is not None:
            ways.append((rest[0], rest[1] + cost))
    if offset == 0:
        rest = _score(parts, steps, at_part, at_step + 1, 0)
        if rest is not None:
            ways.append((rest[0] + (not _implied(steps, at_step)), rest[1]))
    return min(ways, default=None)


def _uses(part: Part, step: _Step, offset: int) -> list[tuple[int, int]]:
    """How many tokens of the part the step can take from ``offset``, and at what cost.

    A point printed "5.6" under "5" is "điểm 5.6" in words and ".6" in a path; the other is a stretch.
    """
    kinds = (part.kinds if offset == 0 else ()) or _BARE_KINDS
    if step.kind not in kinds:
        return []
    stretch = kinds.index(step.kind) if offset == 0 and part.kinds else 0
    if not part.tokens:
        return [(0, stretch + bool(step.whole))]
    found: list[tuple[int, int]] = []
    for label in {step.own, step.whole}:
        typed = part.tokens[offset : offset + len(label)]
        costs = [_cost(a, b, step.kind) for a, b in zip(typed, label, strict=False)]
        if label and len(typed) == len(label) and None not in costs:
            usual = step.whole if offset == 0 and part.kinds else step.own
            found.append((len(label), stretch + (label != usual) + sum(filter(None, costs))))
    return found


def _cost(typed: str, printed: str, kind: Kind) -> int | None:
    """0 for the same label, 1 for the other script ("Mục 2" for "II"), None for another label."""
    if typed == printed:
        return 0
    if kind not in _ROMAN_KINDS or typed.isdigit() == printed.isdigit():
        return None
    number, letters = (typed, printed) if typed.isdigit() else (printed, typed)
    return 1 if roman_value(letters.upper()) == int(number) else None


def _implied(steps: Sequence[_Step], at: int) -> bool:
    """Whether a step need not be named: what holds an article, or khoản 5 above điểm 5.6."""
    step = steps[at]
    if step.kind in _ABOVE_ARTICLE and any(each.kind is Kind.ARTICLE for each in steps[at + 1 :]):
        return True
    below = steps[at + 1].whole if at + 1 < len(steps) else ()
    return len(below) > len(step.whole) > 0 and below[: len(step.whole)] == step.whole


def _line(plan: Plan, section: Section, part: Part) -> tuple[int, int] | None:
    """The span of the n-th paragraph, or table row, of the section's own text."""
    ordinal = int(part.tokens[0])
    table = int(part.tokens[1]) if part.line == "hàng" else 0
    for each in paragraphs(plan, section):
        if (each.ordinal, each.table) == (ordinal, table):
            return each.start, each.end
    return None
