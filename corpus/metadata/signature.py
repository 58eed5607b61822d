"""The end of a plan: on whose authority, in which office and by whom it is signed; to whom it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.metadata.formalities import Printed

_AUTHORITY = re.compile(r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?|T/UQ)(?=[\s.])\s*(?=\S)")
_OFFICES = (
    "QUYỀN CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ BÍ THƯ THƯỜNG TRỰC",
    "PHÓ BÍ THƯ", "TỔNG BÍ THƯ", "ỦY VIÊN BAN THƯỜNG VỤ", "BÍ THƯ", "PHÓ THỦ TƯỚNG", "THỦ TƯỚNG", "THỨ TRƯỞNG", "BỘ TRƯỞNG",
    "PHÓ TỔNG GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG",
    "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "TRƯỞNG PHÒNG",
    "PHÓ TRƯỞNG PHÒNG", "VIỆN TRƯỞNG", "CHÁNH ÁN", "TƯ LỆNH", "THỦ TRƯỞNG",
)  # fmt: skip
_OFFICE = re.compile("|".join(sorted(map(re.escape, _OFFICES), key=len, reverse=True)))
_SIGNED = re.compile(r"\(?\s*(?:đã ký|đã kí)\s*\)?", re.IGNORECASE)
_RANK = re.compile(
    r"(?:GS|PGS|TS|ThS|BS|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Trung tướng)[.,]?\s+"
)
_IN_WORDS = re.compile(r"Thay mặt ([^,\n]{3,60}), ([^,\n]{3,80}?) đã ký")
_LONGEST_NAME = 6  # words


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed; None where nothing is printed."""

    authority: Printed | None
    title: Printed | None
    signer: Printed | None


def read_signature(text: str, start: int, end: int) -> Signature:
    """The signature block ``text[start:end]``: authority lines, office, name."""
    authority: list[Printed] = []
    title: Printed | None = None
    names: list[Printed] = []
    for part in _parts(text, start, end):
        if _AUTHORITY.match(part.value):
            authority.append(part)
        elif part.value.isupper() and (title is None or _OFFICE.match(part.value)):
            title = title or part
        elif _is_name(part.value):
            names.append(part)
    if title is not None and not _OFFICE.match(title.value) and authority:
        title = None
    return Signature(_joined(authority), _shown(title), names[0] if names else None)


def signed_in_words(text: str, start: int, end: int) -> Signature:
    """A signature told in a sentence: "Thay mặt …, Tổng Bí thư … đã ký"."""
    match = _IN_WORDS.search(text, start, end)
    office = _OFFICE.match(match[2].upper()) if match else None
    if match is None or office is None or not _is_name(match[2][office.end() :].strip()):
        return Signature(None, None, None)
    begin = match.start(2)
    name = match[2][office.end() :].strip()
    return Signature(
        Printed(f"Thay mặt {match[1]}", match.start(), match.end(1)),
        Printed(match[2][: office.end()], begin, begin + office.end()),
        Printed(name, match.end(2) - len(name), match.end(2)),
    )


def read_recipients(text: str, start: int, end: int) -> tuple[str, ...]:
    """The items of the block "Nơi nhận", without dash and final mark; a broken item is joined."""
    items: list[list[str]] = []
    for line in text[start:end].split("\n"):
        stripped = line.partition("|")[0].strip()
        if not stripped or stripped.casefold().startswith(("nơi nhận", "nơi gửi")):
            continue
        if stripped[0] in "-–+*•" or not items:
            items.extend([part] for part in re.split(r"[;,]\s*[-–](?=\s?[^\W\d_])", stripped))
        else:
            items[-1].append(stripped)
    joined = (" ".join(parts).strip(" -–+*•,;.:") for parts in items)
    return tuple(item for item in joined if item)


def _parts(text: str, start: int, end: int) -> list[Printed]:
    """The lines of the block, a line that holds several fields cut into them."""
    found: list[Printed] = []
    position = start
    for line in text[start:end].split("\n"):
        found.extend(_cut(line, position))
        position += len(line) + 1
    return found


def _cut(line: str, position: int) -> list[Printed]:
    """Authority, office and name printed on one line are told apart by capitals and known offices."""
    line_end = len(line.rstrip(" \t,.|*"))
    cuts = {len(line) - len(line.lstrip(" \t|*"))}
    name = next((w for w in re.finditer(r"[^\s|*]+", line) if not w.group().isupper()), None)
    if name is not None and name.group().isalpha() and line[: name.start()].strip(" |*"):
        cuts.add(name.start())
    if authority := _AUTHORITY.search(line):
        first = _OFFICE.search(line, authority.end())
        again = _OFFICE.search(line, first.end()) if first else None
        if again and first:
            cuts.add(again.start())
        elif first and line[authority.end() : first.start()].strip():  # "TM. ỦY BAN … CHỦ TỊCH"
            cuts.add(first.start())
    edges = [*sorted(cuts), line_end]
    pieces = [(edges[i], edges[i + 1]) for i in range(len(edges) - 1) if edges[i] < edges[i + 1]]
    parts: list[Printed] = []
    for begin, finish in pieces:
        value = line[begin:finish].strip(" \t|*")
        if value and not _SIGNED.fullmatch(value):
            offset = position + line.index(value, begin)
            parts.append(Printed(value, offset, offset + len(value)))
    return parts


def _is_name(value: str) -> bool:
    """Two to six words in capitals, letters only: a person's name."""
    words = _RANK.sub("", value).split()
    return 2 <= len(words) <= _LONGEST_NAME and all(
        word.replace(".", "").isalpha() and word[0].isupper() for word in words
    )


def _joined(lines: list[Printed]) -> Printed | None:
    if not lines:
        return None
    return Printed(", ".join(line.value for line in lines), lines[0].start, lines[-1].end)


def _shown(title: Printed | None) -> Printed | None:
    """The office in ordinary spelling: "PHÓ CHỦ TỊCH" -> "Phó Chủ tịch"."""
    if title is None:
        return None
    value = title.value
    if value.isupper():
        words = [
            word.capitalize() if _opens_office(words, position) else word.lower()
            for words in [value.split()]
            for position, word in enumerate(words)
        ]
        value = " ".join(words)
    return Printed(value, title.start, title.end)


def _opens_office(words: list[str], position: int) -> bool:
    """Whether a word of an office takes a capital: Nghị định 30/2020/NĐ-CP, Phụ lục II."""
    before = words[position - 1] if position else ""
    following = words[position + 1] if position + 1 < len(words) else ""
    named = (words[position], following) in {
        ("THƯỜNG", "TRỰC"),
        ("VĂN", "PHÒNG"),
        ("BAN", "THƯỜNG"),
    }
    return before in {"", "PHÓ", "QUYỀN", "TỔNG"} or named
