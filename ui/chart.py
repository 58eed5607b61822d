"""The chart of a comparison: one mark for each stated value, nothing for what is not stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.fold import fold
from corpus.letters import sentence_case
from corpus.plan import Indicator
from rag.answer import Answer, Citation
from rag.figures.amounts import shown_label, shown_value

if TYPE_CHECKING:
    import altair

_COLOURS = ("#3b7dbd", "#c2701c", "#4f9a5b", "#9a5fb0", "#b34a4a", "#6f7f8f")
_MOST_SERIES = len(_COLOURS)
_LABEL = "#728090"  # readable on the light and on the dark ground
_ROW_HEIGHT = 34  # pixels for one value
_FRAME = 130  # pixels for legend and axis
_MARKS = {">": ("triangle-right", False), "≥": ("triangle-right", True)} | {
    "<": ("triangle-left", False),
    "≤": ("triangle-left", True),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One stated value. ``low`` or ``high`` is None where the value is open on that side."""

    locality: str
    series: str  # the year, and what sets the value apart within it
    low: float | None
    high: float | None
    operator: str
    unit: str
    words: str  # as printed
    scope: str  # "khu vực nội thị"; "" when the words say it or none is printed


def chart_points(answer: Answer) -> tuple[Point, ...]:
    """The values that the table of a comparison shows as numbers, in its order."""
    if answer.table is None:
        return ()
    known = {citation.marker: citation for citation in answer.citations}
    found: dict[Point, None] = {}
    for row in answer.table.rows:
        for column, cell in zip(answer.table.columns, row.cells, strict=True):
            citation = known.get(cell.marker) if cell.marker is not None else None
            if citation is None:
                continue
            for one in _stated(citation, cell.text, cell.year):
                found.setdefault(_point(column, citation, one))
    return tuple(found)


def _stated(citation: Citation, text: str, year: int | None) -> Iterator[Indicator]:
    """The numeric indicators of the cited words whose printed value the cell shows."""
    for one in citation.plan.indicators:
        inside = citation.start <= one.value_start and one.value_end <= citation.end
        numeric = one.direction is None and (one.low is not None or one.high is not None)
        fits = inside and numeric and one.year == year
        if fits and shown_value(citation.plan, one) in text:
            yield one


def _point(locality: str, citation: Citation, one: Indicator) -> Point:
    year = "không ghi năm" if one.year is None else f"năm {one.year}"
    series = ", ".join(filter(None, (year, shown_label(one))))
    unit = (one.unit or "").split("/")[0]
    words = " ".join(shown_value(citation.plan, one).split())
    scope = one.scope if one.scope and fold(one.scope) not in fold(words) else ""
    return Point(locality, series, one.low, one.high, one.operator or "=", unit, words, scope)


def by_unit(points: Sequence[Point]) -> dict[str, tuple[Point, ...]]:
    """Points that can stand on one axis, by unit, in order of first appearance."""
    units = dict.fromkeys(point.unit for point in points)
    return {unit: tuple(point for point in points if point.unit == unit) for unit in units}


def chart_words(title: str, points: Sequence[Point], localities: Sequence[str]) -> str:
    """What the chart shows, in words, for those who cannot see it."""
    parts = []
    for locality in localities:
        own = [f"{p.series}: {_full(p)}" for p in points if p.locality == locality]
        parts.append(f"{locality}: {'; '.join(own) or 'văn bản không nêu'}")
    return f"Biểu đồ {title}. {'. '.join(parts)}."


def _full(point: Point) -> str:
    return f"{point.words} ({point.scope})" if point.scope else point.words


def legend_words(points: Sequence[Point]) -> str:
    """What the kinds of marks in this chart mean; only those that occur."""
    meanings = {
        "range": "thanh ngang: khoảng giá trị",
        "=": "chấm tròn: một mức",
        "≥": "▶ đặc: từ mức đó trở lên",
        ">": "▷ rỗng: trên mức đó",
        "≤": "◀ đặc: đến mức đó",
        "<": "◁ rỗng: dưới mức đó",
    }
    present = {_kind(point) for point in points}
    said = "; ".join(words for kind, words in meanings.items() if kind in present)
    return f"{sentence_case(said)}. Địa phương không có hình là văn bản không nêu."


def _kind(point: Point) -> str:
    if point.low is None:
        return "≤" if point.operator == "≤" else "<"
    if point.high is None:
        return ">" if point.operator == ">" else "≥"
    return "=" if point.low == point.high else "range"


def chart(points: Sequence[Point], localities: Sequence[str], unit: str) -> altair.LayerChart:
    """The chart of points of one unit. Every locality has its line, also without a value."""
    import altair as alt

    series = list(dict.fromkeys(sorted(point.series for point in points)))[:_MOST_SERIES]
    rows = _data([point for point in points if point.series in series])
    lanes = sorted({row["lane"] for row in rows})
    scale = alt.Scale(domain=_domain(points), nice=False, zero=False)
    base = alt.Chart().encode(
        y=alt.Y(
            "locality:N", title=None, scale=alt.Scale(domain=list(localities), paddingInner=0.08)
        )
        .sort(list(localities))
        .axis(labelLimit=110, labelFontSize=13, ticks=False, domain=False),
        yOffset=alt.YOffset("lane:N", sort=lanes, scale=alt.Scale(domain=lanes)),
        color=alt.Color("series:N", title=None, sort=series)
        .scale(domain=series, range=list(_COLOURS[: len(series)]))
        .legend(orient="top", columns=2, labelLimit=200, labelFontSize=13, symbolType="square"),
        tooltip=[
            alt.Tooltip("locality:N", title="Địa phương"),
            alt.Tooltip("series:N", title="Năm"),
            alt.Tooltip("words:N", title="Văn bản ghi"),
        ],
    )
    at = alt.X("at:Q", scale=scale)
    axis = alt.Axis(tickCount=5, labelFontSize=12)
    title = f"Giá trị ({unit})" if unit else "Giá trị"
    ends = {"x": alt.X("low:Q", title=title, scale=scale, axis=axis), "x2": "high:Q"}
    layers: list[alt.Chart] = [_only(base, "range").mark_bar(cornerRadius=2).encode(**ends)]
    for kind in ("=", *_MARKS):
        shape, filled = _MARKS.get(kind, ("circle", True))
        marks = _only(base, kind).mark_point(
            shape=shape, filled=filled, size=150, strokeWidth=2, opacity=1
        )
        layers.append(marks.encode(x=at))
    label = base.mark_text(
        align="left", baseline="middle", dx=10, fontSize=12, lineBreak="\n"
    ).encode(x=alt.X("right:Q", scale=scale), text="label:N", color=alt.value(_LABEL))
    height = _ROW_HEIGHT * max(1, len(localities)) * max(1, len(lanes)) + _FRAME
    drawn = alt.LayerChart(data=alt.InlineData(values=rows), layer=[*layers, label], height=height)
    located: alt.LayerChart = drawn.configure(
        aria=False,
        mark=alt.MarkConfig(aria=False),
        locale=_locale(),
        view=alt.ViewConfig(stroke=None),
    )
    return located


def _only(base: altair.Chart, kind: str) -> altair.Chart:
    import altair as alt

    return base.transform_filter(alt.datum.kind == kind)


def _data(points: Sequence[Point]) -> list[dict[str, Any]]:
    """One row a point; two values of one locality and year get lanes of their own."""
    rows: list[dict[str, Any]] = []
    taken: Counter[tuple[str, str]] = Counter()
    for point in points:
        key = (point.locality, point.series)
        rows.append({**_datum(point), "lane": f"{point.series} {taken[key]}"})
        taken[key] += 1
    return rows


def _datum(point: Point) -> dict[str, Any]:
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    return {
        "locality": point.locality,
        "series": point.series,
        "kind": _kind(point),
        "low": low,
        "high": high,
        "at": low if point.low is not None else high,
        "right": high,
        "words": _full(point),
        "label": f"{point.words}\n{point.scope}" if point.scope else point.words,
    }


def _domain(points: Sequence[Point]) -> list[float]:
    """The axis: around all values, never below zero, with room on the right for the words."""
    ends = [end for point in points for end in (point.low, point.high) if end is not None]
    low, high = min(ends), max(ends)
    width = (high - low) or abs(high) or 1.0
    start = low - 0.15 * width
    return [max(0.0, start) if low >= 0 else start, high + 0.75 * width]


def _locale() -> Any:
    import altair as alt

    number = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", " đồng"])
    return alt.Locale(number=number)
