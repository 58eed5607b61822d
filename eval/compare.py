"""Two result files side by side: what changed, and whether it is more than chance."""

from __future__ import annotations

from collections.abc import Sequence

from eval.errors import ResultFileError
from eval.interval import paired_difference
from eval.report import percent, table
from eval.run import Result
from eval.words import MEASURES, RANKING

_LISTED = 20


def compare(first: Sequence[Result], second: Sequence[Result]) -> str:
    """Paired differences (second - first) with 95 % intervals over the questions of both, Markdown.

    Raises ResultFileError when they share no question.
    """
    others = {result.id: result for result in second}
    pairs = [(result, others[result.id]) for result in first if result.id in others]
    if not pairs:
        raise ResultFileError(
            "Hai tệp kết quả không có câu hỏi chung; hãy chạy trên cùng bộ câu hỏi."
        )
    left_out = len(first) + len(second) - 2 * len(pairs)
    parts = [
        "# So sánh hai kết quả",
        f"- Số câu chung: {len(pairs)}; chỉ có ở một tệp: {left_out}",
        table(
            ("Phép đo", "Trước", "Sau", "Chênh lệch", "Khoảng tin cậy 95 %", "Số câu"), _rows(pairs)
        ),
        _changed("Mới đúng", [a.id for a, b in pairs if _right(b) and not _right(a)]),
        _changed("Mới sai", [a.id for a, b in pairs if _right(a) and not _right(b)]),
    ]
    return "\n\n".join(parts) + "\n"


def _rows(pairs: Sequence[tuple[Result, Result]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, label in (MEASURES | RANKING).items():
        values = [
            (before[name], after[name])
            for a, b in pairs
            for before, after in (({**a.scores, **a.ranking}, {**b.scores, **b.ranking}),)
            if name in before and name in after
        ]
        old, new = [value[0] for value in values], [value[1] for value in values]
        change = paired_difference(old, new)
        if change:
            ends = f"{_signed(change.low)} – {_signed(change.high)}"
            means = (percent(sum(old) / len(old)), percent(sum(new) / len(new)))
            rows.append((label, *means, _signed(change.mean), ends, str(change.n)))
    return rows


def _signed(share: float) -> str:
    return f"{'+' if share > 0 else ''}{percent(share)}"


def _right(result: Result) -> bool:
    return result.scores["right"] == 1.0


def _changed(title: str, ids: Sequence[str]) -> str:
    more = f" và {len(ids) - _LISTED} câu khác" if len(ids) > _LISTED else ""
    return f"{title} ({len(ids)}): {', '.join(ids[:_LISTED]) or 'không có'}{more}"
