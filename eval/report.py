"""Results as a Markdown report in Vietnamese."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from eval.interval import Estimate, estimate
from eval.question import TEST
from eval.run import Result
from eval.words import KINDS, MEASURES, RANKING

_BY_KIND = ("right", "status", "value", "citation")
_RANKING_BY_KIND = ("hit_1", "hit_4", "mrr_10")
_SHOWN = 300  # characters of an answer in the list of failures

Scores = Callable[[Result], Mapping[str, float]]


def report(results: Sequence[Result], about: Mapping[str, str], *, show_test: bool = False) -> str:
    """The whole report. Failures of the test split are listed only with ``show_test``."""
    parts = ["# Kết quả đánh giá", _about(results, about), _overall(results), _kinds(results)]
    ranked = [result for result in results if result.ranking]
    if ranked:
        parts.extend(("## Tìm kiếm", _ranking(ranked), _ranking_kinds(ranked)))
    parts.extend(("## Câu chưa đúng", _failures(results, show_test)))
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def percent(share: float) -> str:
    """A share as people write it: "97,5 %"."""
    return f"{100 * share:.1f} %".replace(".", ",")


def interval(found: Estimate) -> str:
    """The two ends of an interval, as shares."""
    return f"{percent(found.low)} – {percent(found.high)}"


def _about(results: Sequence[Result], about: Mapping[str, str]) -> str:
    seconds = sorted(result.seconds for result in results)
    lines = [f"- {name}: {value}" for name, value in about.items()]
    lines.append(f"- Số câu hỏi: {len(results)}")
    if seconds:
        slow = seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))]
        middle = statistics.median(seconds)
        lines.append(
            f"- Thời gian trả lời: trung vị {1000 * middle:.0f} ms, 95 % dưới {1000 * slow:.0f} ms"
        )
    return "\n".join(lines)


def _overall(results: Sequence[Result]) -> str:
    return _measures(results, MEASURES, lambda result: result.scores)


def _ranking(results: Sequence[Result]) -> str:
    return _measures(results, RANKING, lambda result: result.ranking)


def _measures(results: Sequence[Result], names: Mapping[str, str], scores: Scores) -> str:
    rows = []
    for name, label in names.items():
        found = estimate([scores(r)[name] for r in results if name in scores(r)])
        if found:
            rows.append((label, percent(found.mean), interval(found), str(found.n)))
    return table(("Phép đo", "Kết quả", "Khoảng tin cậy 95 %", "Số câu"), rows)


def _kinds(results: Sequence[Result]) -> str:
    head = (
        "Loại câu hỏi",
        "Số câu",
        "Đúng",
        "Khoảng tin cậy 95 %",
        "Trạng thái",
        "Giá trị",
        "Trích dẫn",
    )
    return table(head, _kind_rows(results, _BY_KIND, lambda result: result.scores))


def _ranking_kinds(results: Sequence[Result]) -> str:
    head = ("Loại câu hỏi", "Số câu", "Đầu tiên", "Khoảng tin cậy 95 %", "4 kết quả đầu", "MRR@10")
    return table(head, _kind_rows(results, _RANKING_BY_KIND, lambda result: result.ranking))


def _kind_rows(
    results: Sequence[Result], names: Sequence[str], scores: Scores
) -> list[tuple[str, ...]]:
    """Kind, n, the first measure with its interval, the means of the others."""
    rows = []
    for kind, label in KINDS.items():
        own = [scores(result) for result in results if result.kind == kind]
        first = estimate([one[names[0]] for one in own])
        if first:
            others = (percent(statistics.fmean(one[name] for one in own)) for name in names[1:])
            rows.append((label, str(first.n), percent(first.mean), interval(first), *others))
    return rows


def _failures(results: Sequence[Result], show_test: bool) -> str:
    failed = [result for result in results if result.faults]
    shown = [result for result in failed if show_test or result.split != TEST]
    parts = [_failure(result) for result in shown]
    hidden = len(failed) - len(shown)
    if hidden:
        parts.append(
            f"{hidden} câu của phần kiểm tra (test) không liệt kê, để không ai chỉnh theo chúng."
        )
    return "\n".join(parts) or "Không có."


def _failure(result: Result) -> str:
    answer = " ".join(result.answer.split())
    answer = answer if len(answer) <= _SHOWN else answer[:_SHOWN] + "…"
    lines = [f"- **{result.id}** {' → '.join(result.turns)}"]
    lines.extend(f"  - {fault}" for fault in result.faults)
    lines.append(
        f"  - nhận ({result.status}; {', '.join(result.cited) or 'không trích dẫn'}): {answer}"
    )
    return "\n".join(lines)
