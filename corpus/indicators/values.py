"""The values of one sentence: what each measures, where, when, and why it is stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.indicators.criteria import SYMBOL, is_count, kind_of, mood_of, states_amount
from corpus.indicators.lines import Draft, Line, Setting
from corpus.indicators.names import Head, clean_name, is_measure, read_head, read_tail
from corpus.indicators.scope import only_scope, split_scope
from corpus.indicators.years import YearPhrase, corresponding, date_values, in_turn
from corpus.plan import IndicatorKind, Quantity
from corpus.quantity.units import folded

_RISE = re.compile(folded(r"^[\s,]*(?:năm\s[0-9]{4}\s*)?(?:tăng\s)?(?:lên|xuống|còn)(?![^\W_])"))
# How things stand, in brackets behind what is aimed at: "45% (hiện nay: 31%)".
_NOW = re.compile(folded(r"^[\s(]*(?:số liệu )?hiện(?:\s(?:nay|tại|trạng|có))?(?![^\W_])"))
_FROM = re.compile(folded(r"(?:tăng |giảm |nâng )?từ "))


_HAS = re.compile(folded(r"\s+(?:hiện\s)?có$"))


@dataclass(slots=True)
class _Run:
    """What the values read so far in a paragraph hand on to the next."""

    last: Draft | None = None  # whose name carries over
    whole: Draft | None = None  # what parts belong to
    nested: bool = False
    listed: bool = False

    def turn(self, head: Head, *, begun: bool) -> None:
        """Enter or leave a list of parts, as the words before the next value say.

        ``begun``: a year phrase stands among them, so a list of parts ends.
        """
        ends = begun or (head.fresh and not self.listed)
        if (head.closed and self.nested) or (self.whole and not self.nested and ends):
            self.last = self.whole or self.last
            self.whole, self.nested, self.listed = None, False, False
        if head.nested:
            self.whole, self.nested = self.last, True
        elif head.part and self.whole is None:
            self.whole, self.listed = self.last, head.listed


@dataclass(frozen=True, slots=True)
class _Name:
    words: str
    scope: str | None
    opening: str
    source: Draft | None  # whose words carried over


def read_values(
    line: Line,
    start: int,
    end: int,
    setting: Setting,
    lead: YearPhrase | None,
    before: Draft | None,
) -> list[Draft]:
    """The numeric indicators of the sentence ``line.text[start:end]``, in order.

    ``lead`` is the year phrase that governs from before; ``before`` the last indicator of the
    paragraph, whose name a sentence without one continues.
    """
    values = line.values_in(start, end)
    phrases = line.phrases_in(start, end)
    spans = [(value.start, value.end) for value in values]
    dated = date_values(line.low, start, end, spans, phrases)
    turned = in_turn(line.low, start, end, spans, phrases)
    paired = {} if turned else corresponding(line.low, start, end, spans, phrases)
    dated = [paired.get(at, when) for at, when in enumerate(turned or dated)]
    undated = {values[at].start for at, when in paired.items() if when is None}
    mood = mood_of(line.low, start)
    run = _Run(last=before)
    kept = _kept(line, start, values, dated, setting)
    drafts: list[Draft] = []
    for place, (value, when, head) in enumerate(kept):
        previous = kept[place - 1][0].end if place else start
        begun = when is not None and previous <= when.start and when.end <= value.start
        run.turn(head, begun=begun)
        more = place + 1 < len(kept)
        limit = kept[place + 1][0].start if more else end
        alone = head.apart or not head.name
        tail = read_tail(line.masked, value.end, limit, alone=alone, more=more)
        stands = head.nested and _NOW.match(head.raw) is not None
        head = replace(head, name="", fresh=False, apart=False) if stands else head
        governing = None if value.start in undated or (stands and not begun) else when or lead
        draft = _draft(line, value, head, tail, governing, setting, run, mood)
        if draft is None:
            continue
        if stands:
            draft.kind = IndicatorKind.BASELINE
        draft.start, draft.end = line.offset + start, line.offset + end
        if drafts and _rises(line, drafts[-1], head):
            _stood(drafts[-1], draft, setting)
        drafts.append(draft)
        run.last = draft
    return drafts


def _kept(
    line: Line,
    start: int,
    values: Sequence[Quantity],
    dated: list[YearPhrase | None],
    setting: Setting,
) -> list[tuple[Quantity, YearPhrase | None, Head]]:
    """The values that state an amount; the others are words of the names around them."""
    kept: list[tuple[Quantity, YearPhrase | None, Head]] = []
    previous = start
    for value, when in zip(values, dated, strict=True):
        head = read_head(line.masked, previous, value.start, first=not kept)
        if states_amount(value, head, when, setting):
            kept.append((value, when, head))
            previous = value.end
    return kept


def _stood(before: Draft, after: Draft, setting: Setting) -> None:
    """Make a value the baseline of the one that it rises or falls to.

    Not one that has a year of its own after the plan's: "từ 21% năm 2025 lên 36% năm 2030" sets both.
    """
    own = before.when.years[-1][1] if before.when and before.when is not after.when else None
    if own and setting.issued and own > setting.issued:
        return
    before.kind, before.parent = IndicatorKind.BASELINE, after
    if before.when is after.when:  # the year is that of what it comes to
        before.when = None
    if before.quantity is not None:
        before.quantity = replace(before.quantity, direction=None)


def _rises(line: Line, before: Draft, head: Head) -> bool:
    """Whether two values read "từ 40% … lên 60%": the first is where things stood."""
    begin = before.value_start - line.offset
    return bool(_RISE.match(head.raw)) and bool(_FROM.match(line.low, begin))


def _draft(
    line: Line,
    value: Quantity,
    head: Head,
    tail: str,
    when: YearPhrase | None,
    setting: Setting,
    run: _Run,
    mood: IndicatorKind | None,
) -> Draft | None:
    name = _name(value, head, tail, setting, run)
    if name is None:
        return None
    source = name.source if run.nested or not head.fresh else None
    same = IndicatorKind.PROJECTION if source and source.kind is IndicatorKind.PROJECTION else None
    return Draft(
        name=name.words,
        scope=name.scope,
        quantity=value,
        when=when,
        kind=kind_of(head, when, setting, same or mood),
        section=setting.section,
        start=0,
        end=0,
        value_start=line.offset + value.start,
        value_end=line.offset + value.end,
        parent=run.whole,
        opening=name.opening,
    )


_TO = re.compile(folded("lên|xuống|còn|đến"))  # "từ 31 m² lên 34 m²"
_CAUSE = re.compile(folded(r"(?:do|vì|bởi)\s"))  # "riêng quận Ninh Kiều, do quỹ đất hạn chế, …"
# Areas that a heading's measure is given for: "+ Các quận nội thành còn lại: 16%".
_AREAS = re.compile(
    folded(r"(?:các|những)\s(?:quận|huyện|thị xã|thị trấn|phường|xã|đô thị)(?:\s[^\W\d_]+){0,6}")
)


def _name(value: Quantity, head: Head, tail: str, setting: Setting, run: _Run) -> _Name | None:
    """The name of a value: its own words, or those of the value before or of the heading."""
    noun = _MAGNITUDE.sub("", value.unit) if is_count(value.unit) else ""
    words, scope = _scoped(head.name)
    after, after_scope = _scoped(tail)
    after = "" if _TO.fullmatch(fold(after)) else after
    if _CAUSE.match(fold(words)):
        words = ""
    elif setting.heading and _AREAS.fullmatch(fold(words)):
        words, scope = "", words
    if head.apart and after:
        words, scope = "", None
    scope = scope or _apart(head.scope)
    if words and is_measure(words):
        return _Name(words, scope or (after_scope if not after else None), "", None)
    scope = scope or after_scope
    if words:
        return _Name(_counted(words, noun, after), scope, words, None)
    inherited = run.whole.scope if run.whole else None
    if after:
        shared = run.last.opening if run.last and not head.fresh and not run.whole else ""
        return _Name(_join(shared, noun, after), scope or inherited, shared, None)
    if noun and run.whole and noun != run.whole.name:
        return _Name(noun, scope or inherited, "", None)
    if (
        noun
        and run.last
        and run.last.opening
        and not head.fresh
        and not _same_unit(run.last.unit, value.unit)
    ):
        return _Name(_join(run.last.opening, noun), scope, run.last.opening, None)
    return _carried(value, scope, head, setting, run)


def _carried(
    value: Quantity, scope: str | None, head: Head, setting: Setting, run: _Run
) -> _Name | None:
    """The name of a value that has no words of its own."""
    last = run.last
    noun = value.unit if _NOUN.match(value.unit) and not SYMBOL.match(fold(value.unit)) else ""
    if last and (_same_unit(last.unit, value.unit) or run.nested or not (head.fresh or noun)):
        return _Name(last.name, scope or last.scope, last.opening, last)
    if setting.heading:
        words, over = _scoped(setting.heading)
        return _Name(words, scope or over, "", None) if words else None
    return _Name(noun, scope, "", None) if noun else None


_NOUN = re.compile(r"[^\W\d_]{2,}")


def _same_unit(one: str | None, other: str) -> bool:
    """Whether two units count the same: "căn" goes on from "căn nhà"."""
    return one is not None and (one == other or one.startswith(f"{other} "))


# An area inside the locality that stands for itself: "tại các khu đô thị mới ven sông tối thiểu 12 m²".
_AREA = re.compile(
    folded(
        r"(?:riêng\s)?(?:(?:đối với|tại|ở|trong)\s(?:các\s|mỗi\s)?|các\s)khu (?:đô thị|dân cư)(?:\s(?:mới|cũ|hiện hữu))?"
        r"(?:\s(?:ở|tại|ven|dọc|hai bên|thuộc|phía|trong)\s[^,;:]{1,40})?"
    )
)


def _scoped(words: str) -> tuple[str, str | None]:
    if _AREA.fullmatch(fold(words.strip())):
        return "", words.strip()
    name, scope = split_scope(words)
    return (clean_name(name) if scope else name), scope


_MAGNITUDE = re.compile(folded(r"^(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s"))


def _apart(words: str) -> str | None:
    """A scope that stands as a piece of its own: "Riêng khu vực nội thị, tỷ lệ …"."""
    pieces = (piece for piece in words.split(",") if piece and not piece.isspace())
    return next((scope for piece in pieces if (scope := only_scope(piece))), None)


def _counted(words: str, noun: str, after: str) -> str:
    """The name of a count; "hệ thống đô thị có 22 đô thị" counts what its words name already."""
    holder = _HAS.sub("", words)
    if holder != words and noun and not after and f" {fold(noun)} " in f" {fold(holder)} ":
        return holder
    return _join(words, noun, after)


def _join(*words: str) -> str:
    return " ".join(word for word in words if word)
