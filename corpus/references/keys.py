"""The identity of a document that a plan is or names.

A number alone is not an identity: "TU" is the code of provincial, city and town committees alike,
and state numbers start again every year. A document's key is its number with, where the code does
not already say whose it is, the locality of who issued it, and the year for state numbers.
"""

from __future__ import annotations

import re

from corpus.doctypes import issuer_code, number_key
from corpus.fold import fold
from corpus.metadata.issuer import unit_and_place
from corpus.plan import Plan, PlanMeta, Reference

# Codes whose issuer depends on the locality: committees of the Party, councils and committees of
# the state, their offices and departments; anything not listed as central is taken as local.
_CENTRAL = re.compile(
    r"TW|CP|TTG|QH\d*|UBTVQH\d*|VPCP|VPTW|BCĐTW|CTN|B[A-ZĐ]+(?:-[A-ZĐ]+)*", re.IGNORECASE
)
_YEARS = re.compile(r"\s(?:năm\s)?(?:(?:19|20)\d\d)$")


def document_keys(plan: Plan, *, dated: bool = True) -> tuple[str, ...]:
    """The identity of each of ``plan.references``, in order: number, whose, year where it counts.

    Issuer and date are looked up where the plan prints them for the same number elsewhere;
    ``dated=False`` leaves the year out, for comparing dates.
    """
    issuers: dict[str, str] = {}
    dates: dict[str, str] = {}
    for reference in plan.references:
        if reference.number is not None:
            key = number_key(reference.number)
            if reference.issuer:
                issuers.setdefault(key, reference.issuer)
            if reference.date:
                dates.setdefault(key, reference.date)
    keys: list[str] = []
    for reference in plan.references:
        if reference.number is None:
            keys.append(_name_identity(reference, plan))
            continue
        key = number_key(reference.number)
        whose = _whose(reference.number, reference.issuer or issuers.get(key), plan)
        date = (reference.date or dates.get(key)) if dated else None
        keys.append(_number_identity(reference.number, whose, date))
    return tuple(keys)


def _name_identity(reference: Reference, plan: Plan) -> str:
    """A law by its name; a congress resolution of "the province" is that of this plan's."""
    name = fold(_YEARS.sub("", " ".join(plan.text[reference.start : reference.end].split())))
    unit, place = unit_and_place(name)
    relative = unit is not None and place is None and reference.type == "Nghị quyết"
    return "|".join(filter(None, (name, reference.date, f"?{plan.id}" if relative else None)))


def _number_identity(number: str, whose: str | None, date: str | None) -> str:
    party = re.match(r"\d+\s*-", number) is not None
    year = None if party or re.match(r"\d+/\d{4}/", number) or date is None else date[:4]
    return "|".join(filter(None, (number_key(number), whose, year)))


def _whose(number: str, issuer: str | None, plan: Plan) -> str | None:
    """The folded locality of a local issuer; None for central ones; the plan itself when unknown."""
    if _CENTRAL.fullmatch(issuer_code(number).split("-")[-1]):
        return None
    return _locality(issuer, plan.meta) or f"?{plan.id}"


def _locality(issuer: str | None, meta: PlanMeta) -> str | None:
    """Whose committee an issuer is, for a reader of this plan: "Tỉnh ủy" is that of its province."""
    if issuer is None:
        return None
    unit, place = unit_and_place(re.split(r"\s(?:lần|khóa|khoá)\s", issuer)[0])
    own_unit, _ = unit_and_place(meta.issuer or "")
    if place is not None:
        return fold(place)
    above = unit in {"tỉnh", "tỉnh uỷ"} or (unit in {"thành phố", "thành uỷ"} and unit != own_unit)
    whose = meta.province if above and meta.level != "tỉnh" else meta.locality or meta.province
    return fold(whose) if whose else None


def own_key(plan: Plan) -> str:
    """The key of a plan: its number and locality, or its id when it prints no number."""
    if plan.meta.number is None:
        return f"plan:{plan.id}"
    place = fold(plan.meta.locality) if plan.meta.locality else f"?{plan.id}"
    central = _CENTRAL.fullmatch(issuer_code(plan.meta.number).split("-")[-1])
    return _number_identity(plan.meta.number, None if central else place, plan.meta.date)
