"""What a value measures: the words before it, and behind it, that name it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.indicators.scope import split_scope
from corpus.quantity.units import folded

Span = tuple[int, int]

_B = r"(?<![^\W_])"
_E = r"(?![^\W_])"

# Words that open the name of something measured.
_MEASURE = re.compile(
    folded(
        r"(?:các\s)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|tỷ số|tỉ số|diện tích|số lượng|số lượt|số|tổng|mật độ|tốc độ|thu nhập|"
        r"grdp|gdp|quy mô|chỉ số|giá trị|kim ngạch|sản lượng|năng suất|mức|độ che phủ|độ bao phủ|thời gian|"
        r"tuổi thọ|dân số|vốn|doanh thu|thu ngân sách|kinh phí|nhu cầu|công suất|hệ số|chiều dài|đất|cơ cấu|"
        r"lượng|khối lượng|kinh tế|đóng góp|bình quân|mức độ|tăng trưởng|giao dịch|quỹ đất|lực lượng|chi phí|"
        r"tuổi|tầm vóc|chiều cao|tổng suất|điểm số|xếp hạng|hạng|hiệu suất|tổn thất|mức sinh|nguồn vốn|nguồn nhân lực|nhân lực|trữ lượng|lưu lượng|dự toán|tổng mức)"
        + _E
    )
)
# Words around a name that are not part of it.
_LEAD = re.compile(
    folded(
        r"^(?:[\s\-+*•,:.;”“\"]|[a-zđ]\)\s|(?:phấn đấu|phân đấu|phấn đầu|phân đầu|đảm bảo|bảo đảm|duy trì|trong đó|riêng(?=\s(?:tỷ|tỉ|diện|số|về|đối))|cụ thể|"
        r"theo đó|đồng thời|và|gồm|bao gồm|có|mục tiêu|định hướng|dự kiến|dự báo|ước|hiện nay|hiện có|hiện|là|"
        r"chỉ tiêu(?=\s*$)|tỷ lệ(?=\s*$)|tỉ lệ(?=\s*$)|tỷ lệ này|số này|con số này|chỉ tiêu về|chỉ tiêu|đạt được|đạt|tính|"
        r"phải|để|sẽ|từng bước|tiếp tục|cơ bản|với|khi|thì|đã|đến nay|tới|mỗi năm|hằng năm|hàng năm|nâng(?=\s(?:tỷ|tỉ|diện|mức|số|độ|quy))|đưa|"
        r"nâng cao(?=\s(?:tỷ|tỉ))|giữ vững|giữ|tăng(?=\s(?:tỷ|tỉ|diện|số|thu|mức))|"
        r"giảm(?=\s(?:tỷ|tỉ|diện|số|mức))|từ|lên|xuống|còn|khoảng)" + _E + r")+"
    )
)
_TRAIL = re.compile(
    folded(
        r"(?:[\s\-+*•,:;”“\"(]|"
        + _B
        + r"(?:đạt tỷ lệ|đạt được|đạt mức|đạt|ở mức|là|chiếm tỷ lệ|chiếm|còn|lên đến|lên tới|(?<!trở )lên|xuống còn|"
        r"xuống|dự kiến|dự báo|ước đạt|ước tính|ước|sẽ|phấn đấu|phân đấu|phấn đầu|phân đầu|và|hoặc|từ|vào|được|tăng|giảm|duy trì|"
        r"trong đó|lần lượt|tương ứng|gồm|bao gồm|mỗi năm|hằng năm|hàng năm|có tỷ lệ|với tỷ lệ|tỷ lệ|khoảng|bảo đảm|đảm bảo|hiện nay|"
        r"bằng|tối thiểu|phải|cơ bản|đã|thì|trên|tới|đến|ít nhất|thêm))++"
    )
)
# Verbs that open what is done to something counted: "thành lập 3 phường".
_ACTION = re.compile(
    folded(
        r"(?:xây dựng|phát triển|hình thành|thu hút|cung cấp|phổ cập|hoàn thành|hoàn thiện|thành lập|tổ chức|"
        r"đào tạo|hỗ trợ|đầu tư|nâng cấp|mở rộng|thực hiện|triển khai|bố trí|trồng|giải quyết|tạo|công nhận|"
        r"cải tạo|sắp xếp|giảm|tăng|thu gom|lập|bổ sung|chuyển đổi|cấp)" + _E
    )
)
# What is done to something, and what else: "được thu gom, xử lý đạt quy chuẩn".
_DONE = re.compile(folded(_B + r"được\s[^\W\d_]+(?:\s[^\W\d_]+)?$"))
_DOING = re.compile(
    folded(
        r"(?:xử lý|tái chế|tái sử dụng|vận chuyển|phân loại|thu gom|chôn lấp|nâng cấp|chỉnh trang|cải tạo|khai thác|"
        r"vận hành|kết nối|bảo trì|duy tu|số hóa|công khai|cập nhật|chia sẻ|quản lý|sử dụng|lắp đặt)"
        + _E
    )
)
# Words that open a clause of its own behind the words of a value.
_CLAUSE = re.compile(
    folded(
        r"(?:phổ cập|hoàn thành|hoàn thiện|hình thành|phấn đấu|bảo đảm|đảm bảo|tiếp tục|mỗi|một số|trong đó|"
        r"từng bước|góp phần|đồng thời|qua đó|nhằm|có khả năng|gắn với|phù hợp|tương ứng|còn lại|gồm|bao gồm)"
        + _E
    )
)
_MARKS = ' \t,:;.-–+*•“”"'
_CALL = re.compile(r"⁽[⁰-⁹¹²³]+⁾|(?<=[^\W\d_])[¹²³⁴-⁹]+|(?<=[%²³\s])[¹⁴-⁹]+")
_PART = re.compile(folded(_B + r"(?:gồm|bao gồm|trong đó|trong số đó|cụ thể)" + _E))
PROJECTED = re.compile(
    folded(
        _B
        + r"(?:dự kiến|dự báo|ước(?:\s(?:đạt|tính|khoảng|còn|tăng|giảm|thực hiện))?|sẽ\s(?:đạt|tăng|giảm|còn))"
        + _E
    )
)
OBSERVED = re.compile(
    folded(
        _B
        + r"(?:hiện\s(?:nay|trạng|tại|đạt|còn)|^\W*hiện(?:\scó)?|tính đến(?:\snay)?|đến nay|đã\s(?:đạt|hoàn thành)|"
        r"thực trạng|năm trước|ghi nhận|trước đây)" + _E
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a value."""

    name: str  # cleaned; "" when the value has none of its own
    raw: str  # with everything that was cleaned away, folded: where cues of kind are looked for
    measured: bool  # begins with a word of measure: complete without what follows the value
    nested: bool  # the value stands in brackets that open in these words
    closed: bool  # brackets close in these words
    part: bool  # "gồm", "trong đó": a part of the value before
    listed: bool  # "gồm: …; …": so are the values after the next semicolons
    fresh: bool  # a new clause: nothing carries over from the value before
    scope: str  # the words before the name, where a scope may stand apart
    apart: bool  # a comma parts name and value: it holds only when no words follow the value


def blank(text: str, spans: list[Span]) -> str:
    """The text with these spans, and marks of footnotes, as spaces; keeps the length."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], " " * (end - start)]
        done = end
    pieces.append(text[done:])
    return _CALL.sub(lambda call: " " * len(call.group()), "".join(pieces))


def clean_name(words: str) -> str:
    """A name without the connective words around it, on one line."""
    if not words or words.isspace():
        return ""
    words = " ".join(words.replace("*", " ").split())
    low = fold(words)
    lead = _LEAD.match(low)
    words, low = (words[lead.end() :], low[lead.end() :]) if lead else (words, low)
    trails = deque(_TRAIL.finditer(low), maxlen=1)
    ends = bool(trails) and trails[0].end() == len(low)
    return _trim(words[: trails[0].start()] if ends else words)


def _trim(words: str) -> str:
    """Words without marks and lone brackets at their ends."""
    words = words.strip(_MARKS)
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].strip(_MARKS)
    return words.lstrip(")").strip(_MARKS) if words.count(")") > words.count("(") else words


def is_measure(words: str) -> bool:
    """Whether words begin as the name of something measured."""
    return bool(_MEASURE.match(fold(words)))


def _open_bracket(words: str) -> tuple[int, int]:
    """After the last bracket that stays open, and after the last that closes without opening."""
    stack: list[int] = []
    closed = 0
    for match in re.finditer(r"[()]", words):
        if match.group() == "(":
            stack.append(match.end())
        elif stack:
            stack.pop()
        else:
            closed = match.end()
    return (stack[-1] if stack else 0), closed


_NO_HEAD = Head("", "", False, False, False, False, False, False, "", False)
_LIMIT = 600  # characters of a sentence looked at on either side of a value
_BALANCED = re.compile(r"\([^()]*\)")


def read_head(masked: str, start: int, end: int, *, first: bool) -> Head:
    """The words of ``masked[start:end]`` that name the value at ``end``.

    ``start`` is the end of the value before, or of nothing when ``first``: then all the words belong
    to this value; otherwise those up to the first separator belong to the value before.
    """
    words = masked[max(start, end - _LIMIT) : end]
    first = first and end - start <= _LIMIT
    if not words.strip(" ,:"):
        return _NO_HEAD if not first else replace(_NO_HEAD, fresh=True)
    opened, closed = _open_bracket(words)
    parts = list(_PART.finditer(fold(words)))
    listed = bool(parts) and words[parts[-1].end() :].lstrip().startswith(":")
    raw = fold(words[max(opened, closed) :])
    if opened or closed:
        words = words[max(opened, closed) :]
        first = first or bool(opened)
    fresh = first
    words = _BALANCED.sub(lambda inner: " " * len(inner.group()), words)
    if ";" in words:
        words, fresh, first = words[words.rindex(";") + 1 :], True, True
        raw = fold(words)
    if not first:
        cut = re.search(r"[,:]", words) or _last_and(words)
        words = words[cut.end() :] if cut else ""
    name, scope, apart = _choose(words)
    return Head(
        name,
        raw,
        is_measure(name),
        bool(opened),
        bool(closed),
        bool(parts),
        listed,
        fresh,
        scope,
        apart,
    )


def _last_and(words: str) -> re.Match[str] | None:
    return next(reversed(list(_AND.finditer(fold(words)))), None)


_AND = re.compile(folded(_B + r"và" + _E))


def _choose(words: str) -> tuple[str, str, bool]:
    """The name at the end of some words, what stands before it, and whether it stands apart.

    The name is the last piece between commas when that names something measured or does something;
    otherwise it reaches back to the nearest piece that does ("tỷ lệ trạm có …, dùng chung … đạt 35%").
    It stands apart when nothing is left of the last piece ("trong kinh doanh, phấn đấu đạt 30%").
    """
    starts = [0, *(match.end() for match in _COMMA.finditer(words))][-7:]
    apart = not clean_name(words[starts[-1] :])
    starts = [at for at in starts if clean_name(words[at:])]
    if not starts:
        return "", words, False
    while len(starts) > 1 and _goes_on(_piece(words, starts[-2]), _piece(words, starts[-1])):
        starts.pop()
    last = starts[-1]
    pieces = {at: _piece(words, at) for at in starts}
    for opens in (is_measure, _acts):
        found = [at for at in starts if opens(pieces[at])]
        if found and (found[-1] == last or not _acts(pieces[last])):
            return clean_name(words[found[-1] :]), words[: found[-1]], apart and opens is _acts
    return clean_name(words[last:]), words[:last], apart


_COMMA = re.compile(r"[,:](?![0-9])")


def _piece(words: str, at: int) -> str:
    """The piece between commas that begins at ``at``, without its scope."""
    comma = _COMMA.search(words, at)
    return split_scope(clean_name(words[at : comma.start() if comma else len(words)]))[0]


def _goes_on(before: str, piece: str) -> bool:
    """Whether a piece only lists what else is done: "nước thải được thu gom, xử lý"."""
    return bool(_DONE.search(fold(before)) and _DOING.match(fold(piece)))


def _acts(words: str) -> bool:
    return bool(_ACTION.match(fold(words)))


_STOP = re.compile(r"[;:()]|\.(?=\s|$)|\s\|\s")
_GAP = re.compile(r"\s{4,}")  # where a year phrase stood
_TAIL_END = re.compile(
    folded(r"(?:^|\s)(?:và|trong đó|gồm|bao gồm|trong đó có|với|đạt|là|dự kiến)\s*$")
)


_COMPARES = fold("so với")  # no name: "tăng thêm 14% so với hiện nay"


def read_tail(masked: str, start: int, end: int, *, alone: bool, more: bool) -> str:
    """The words of ``masked[start:end]`` behind a value that complete its name.

    ``alone`` says that the value has no words before it: then commas belong to the words, up to
    a piece that says something of its own. ``more``: another value stands at ``end``, so the last
    piece is about that one.
    """
    words = masked[start : min(end, start + _LIMIT)]
    if not words.strip(" ,") or fold(words).lstrip().startswith(_COMPARES):
        return ""
    words = _BALANCED.sub("", words) if alone else words
    stop = _STOP.search(words)
    words = words[: stop.start()] if stop else words
    gap = _GAP.search(words.rstrip())
    words = words[: gap.start()] if gap else words
    pieces = words.split(",")
    if more and not stop and not gap and len(pieces) > 1:
        pieces.pop()
    kept = pieces[:1]
    for piece in pieces[1:] if alone else []:
        text = fold(piece.strip(_MARKS))
        if not text or _MEASURE.match(text) or _CLAUSE.match(text):
            break
        kept.append(piece)
    named = " ".join(",".join(kept).replace("*", " ").split())
    return _TAIL_END.sub("", _trim(named)).strip(_MARKS)
