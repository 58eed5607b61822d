"""Whether an amount, its year, its scope and its name are those of one indicator that is cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.fold import fold
from corpus.plan import Indicator, IndicatorKind, Plan, Quantity
from rag.collection import inner_unit, is_own_area
from rag.gate.claim import Claim, Time
from rag.gate.evidence import Ground, flat, one_line, same_amount

_PROJECTION, _BASELINE = fold("dự kiến"), fold("hiện trạng")
_KINDS = {_PROJECTION: IndicatorKind.PROJECTION, _BASELINE: IndicatorKind.BASELINE}
_EXPECTED = re.compile(rf"(?<!\w){fold('(?:dự kiến|dự báo|ước)')}(?!\w)")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Bond:
    """A cited indicator and its plan; name and scope folded on one line, value without blanks."""

    plan: Plan
    indicator: Indicator
    name: str
    scope: str  # "" when it has none
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement says around its amounts."""

    times: Sequence[Time]
    scopes: Sequence[str]  # words in parentheses that are no label, folded
    kinds: Sequence[IndicatorKind]  # from the labels "dự kiến", "hiện trạng"
    text: str  # the whole claim, folded
    named: bool  # whether it names the indicator


@lru_cache(maxsize=1_024)
def _bonds(cited: Ground, in_part: bool = False) -> tuple[Bond, ...]:
    plan = cited.plan
    return tuple(
        Bond(
            plan,
            indicator,
            fold(one_line(indicator.name)),
            fold(one_line(indicator.scope or "")),
            flat(plan.text[indicator.value_start : indicator.value_end]),
        )
        for indicator in (cited.touched if in_part else cited.indicators)
    )


def bonds_of(grounds: Sequence[Ground]) -> list[Bond]:
    """Indicators whose whole sentence is cited, each once."""
    found = {id(bond.indicator): bond for ground in grounds for bond in _bonds(ground)}
    return list(found.values())


def in_part(grounds: Sequence[Ground]) -> list[Bond]:
    """Indicators whose sentence is cited in part only."""
    return [bond for ground in grounds for bond in _bonds(ground, True)]


def kind_of(label: str) -> IndicatorKind | None:
    """The kind of value that a folded label marks."""
    return _KINDS.get(label)


def named_in(claim: Claim, bonds: Sequence[Bond]) -> tuple[set[str], list[tuple[int, int]]]:
    """Names of indicators in the claim and where; a name inside a longer one is not counted."""
    found = [(at, name) for name in {b.name for b in bonds} for at in claim.places_of(name)]
    kept = [
        (span, name)
        for span, name in found
        if not any(o[0] <= span[0] and span[1] <= o[1] and o != span for o, _ in found)
    ]
    return {name for _, name in kept}, [span for span, _ in kept]


def fits_time(indicator: Indicator, time: Time) -> bool:
    """Whether a value is for exactly this year or period."""
    return (indicator.year, indicator.since) == (time.year, time.since)


def covers(indicator: Indicator, year: int | None) -> bool:
    """Whether a value may stand in a cell of this year; without a year only one that has none."""
    if year is None or indicator.year is None:
        return indicator.year is None and year is None
    return (indicator.since or indicator.year) <= year <= indicator.year


def alike(quantity: Quantity, bonds: Sequence[Bond]) -> list[Bond]:
    """The bonds of exactly this amount."""
    return [bond for bond in bonds if same_amount(quantity, bond.indicator)]


def in_scope(bonds: Sequence[Bond], said: Said, every: Sequence[Bond]) -> list[Bond]:
    """Those whose scope and kind are what is said.

    Where the indicator is named, a scope is left out only when no other value of that name and year
    is cited.
    """
    fitting = [bond for bond in bonds if all(bond.indicator.kind is kind for kind in said.kinds)]
    fitting = [bond for bond in fitting if is_labelled(bond, said)]
    if said.scopes:
        return [bond for bond in fitting if all(scope == bond.scope for scope in said.scopes)]
    return [bond for bond in fitting if not said.named or not _is_mixed_up(bond, said, every)]


def is_labelled(bond: Bond, said: Said) -> bool:
    """Whether a value that is expected rather than set is said to be so."""
    expected = bond.indicator.kind is IndicatorKind.PROJECTION
    return not expected or not said.named or _EXPECTED.search(said.text) is not None


def _is_mixed_up(bond: Bond, said: Said, every: Sequence[Bond]) -> bool:
    """Whether the claim could as well be read as one about another scope of the same indicator."""
    unit = inner_unit(bond.indicator.scope or "", bond.plan.meta)
    if unit is not None and fold(one_line(unit)) not in said.text:
        return True  # what is set for a town of the province is not the province's
    others = {
        other.scope
        for other in every
        if other.plan is bond.plan
        and other.name == bond.name
        and other.scope != bond.scope
        and other.indicator.year == bond.indicator.year
    }
    if not others or _is_own(bond):
        return False
    if bond.scope:
        return bond.scope not in said.text
    return any(scope in said.text for scope in others)


def _is_own(bond: Bond) -> bool:
    """Whether the scope is the plan's own locality: "thị xã Đức Phổ"."""
    return is_own_area(bond.scope, bond.plan.meta)


def most_like(bonds: Sequence[Bond], label: str) -> list[Bond]:
    """Those whose names share most words with a row's label."""
    asked = set(_WORDS.findall(fold(label)))
    scores = [_likeness(bond.name, asked) for bond in bonds]
    best = max(scores, default=0.0)
    return [bond for bond, score in zip(bonds, scores, strict=True) if score >= best]


def _likeness(name: str, asked: set[str]) -> float:
    own = set(_WORDS.findall(name))
    return len(own & asked) / max(len(own | asked), 1)
