"""The gate for a cell of a comparison: its plan is the column's, its value and year one indicator's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation.writer import plan_citation
from corpus.fold import fold
from corpus.places.names import printed_type
from corpus.plan import Plan, Quantity
from rag import wording
from rag.draft import DraftCell
from rag.gate.bound import Bond, Said, alike, bonds_of, covers, in_scope, kind_of, most_like
from rag.gate.claim import claim_of
from rag.gate.evidence import YEAR, Ground, flat, ground, holds, is_sound, one_line, same_amount

_NOTE = re.compile(r"\s*\((?P<words>[^()]*)\)")


def cell_faults(cell: DraftCell, label: str, column: str | None) -> list[str]:
    """What is wrong with a cell under ``column`` in the row ``label``, as Vietnamese lines."""
    if cell.span is None:
        empty = cell.text == wording.CELL_NOT_STATED and cell.year is None
        return [] if empty else ["Ô có nội dung mà không có trích dẫn."]
    if not is_sound(cell.span):
        return ["Trích dẫn của ô không nằm trọn trong văn bản."]
    if column is None or not is_column(column, cell.span.plan):
        return ["Ô trích văn bản của địa phương khác."]
    row_years = set(map(int, YEAR.findall(label)))
    if cell.year is not None and row_years and cell.year not in row_years:
        return ["Năm của ô khác năm của hàng."]
    cited = ground(cell.span)
    return [] if _is_said(cell, label, cited) else [f"“{cell.text[:60]}” không có trong trích dẫn."]


def is_column(column: str, plan: Plan) -> bool:
    """Whether a column is headed by the plan's locality, or by the plan where it has none."""
    meta = plan.meta
    names = {fold(n) for n in (meta.locality, None if meta.locality else meta.issuer, plan.id) if n}
    names.add(fold(f"{printed_type(meta.issuer or '')} {meta.locality}"))
    names |= {fold(plan_citation(plan)), fold(plan_citation(plan, full=False))}
    headed = fold(one_line(column))
    return headed in names or any(headed.startswith(f"{name} (") for name in names)


def _is_said(cell: DraftCell, label: str, cited: Ground) -> bool:
    """A quote of the cited words, or values of its indicators for the year of the cell."""
    text = one_line(cell.text)
    quoted = holds(cited.printed, text.strip("“”"))
    claim = claim_of(text)
    quantities = claim.quantities()
    if cell.year is None and quoted and text.strip("“”") == cited.printed:
        return True
    timely = [b for b in bonds_of((cited,)) if covers(b.indicator, cell.year)]
    if not quantities:
        return _is_target(text, timely) or (quoted and cell.year in {None, *cited.years})
    if not quoted and claim.without((q.start, q.end) for q in quantities).tokens():
        return False
    return all(_is_value(q, text, most_like(timely, label), cell, cited) for q in quantities) and (
        quoted or _is_only_values(text, quantities, cited)
    )


def _is_value(
    quantity: Quantity, text: str, bonds: Sequence[Bond], cell: DraftCell, cited: Ground
) -> bool:
    """Whether an amount is that of an indicator of the row and year, or of no indicator at all."""
    said = _said(text, quantity.end)
    fitting = alike(quantity, bonds)
    if fitting:
        return bool(in_scope(fitting, said, bonds))
    free = any(same_amount(quantity, other) and cited.is_free(other) for other in cited.quantities)
    return free and cell.year in {None, *cited.years}


def _said(text: str, end: int) -> Said:
    """The scope and label in the parentheses right after a value."""
    note = _NOTE.match(text, end)
    parts = [part.strip() for part in fold(note["words"]).split(";")] if note else []
    kinds = [kind for part in parts if (kind := kind_of(part)) is not None]
    return Said(
        (), [part for part in parts if part and kind_of(part) is None], kinds, fold(text), True
    )


def _is_only_values(text: str, quantities: Sequence[Quantity], cited: Ground) -> bool:
    """Whether what is left of a cell besides its values and their notes stands in the cited words."""
    rest = claim_of(text).without((q.start, q.end) for q in quantities).low
    words = [part.strip() for part in re.split(r"[¦;()]+", rest)]
    return all(holds(cited.words, part) or kind_of(part) for part in words if part)


def _is_target(text: str, bonds: Sequence[Bond]) -> bool:
    """Whether the cell is a target in words, as its plan words it, with its scope."""
    value, _, note = text.partition(" (")
    said = _said(f" ({note}", 0) if note else Said((), (), (), fold(text), True)
    return any(
        bond.value in {flat(value), flat(text)} and (not note or in_scope([bond], said, bonds))
        for bond in bonds
    )
