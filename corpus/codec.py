"""A plan as JSON and back, exactly. Used by index snapshots; no pickle anywhere."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.plan import Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Plan]:
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def plan_to_json(plan: Plan) -> bytes:
    """The whole plan as UTF-8 JSON."""
    return _adapter().dump_json(plan)


def plan_from_json(data: bytes) -> Plan:
    """The plan that ``plan_to_json`` wrote; raises ValueError when ``data`` is something else."""
    return _adapter().validate_json(data)
