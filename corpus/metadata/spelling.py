"""Names printed in capitals, put back into ordinary spelling: "TỈNH BẮC NINH" -> "tỉnh Bắc Ninh"."""

from __future__ import annotations

import re

from corpus.agencies.lists import AgencyText
from corpus.fold import fold
from corpus.letters import sentence_case

# Words of organs and units whose spelling does not depend on the text (Nghị định 30, Phụ lục II).
_FIXED = {
    fold(name): name
    for name in (
        "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Thường vụ Quốc hội", "Ban Thường vụ", "Ban Chấp hành",
        "Đảng bộ", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy", "Chủ tịch", "Phó Chủ tịch",
        "Thường trực", "Chính phủ", "Thủ tướng Chính phủ", "Thủ tướng", "Quốc hội", "UBND", "HĐND", "Văn phòng",
        "Ban Tuyên giáo", "Bộ Chính trị", "Ban Bí thư", "tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã",
        "phường", "thị trấn", "đặc khu",
    )
}  # fmt: skip
_UNITS = {"tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu"}
_COMMITTEES = {
    fold(name) for name in ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy")
}
_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _FIXED), key=len, reverse=True))})(?!\w)"
)


def ordinary(source: AgencyText, capitals: str) -> str:
    """``capitals`` as the text itself spells these words elsewhere, else by the rules for names."""
    words = " ".join(capitals.split())
    if not words.isupper():
        return words
    folded = fold(words)
    pieces: list[str] = []
    position = 0
    for match in _WORDS.finditer(folded):
        pieces.append(_name(source, words[position : match.start()], pieces))
        pieces.append(_FIXED[match.group()])
        position = match.end()
    pieces.append(_name(source, words[position:], pieces))
    spelled = " ".join(piece for piece in pieces if piece)
    return sentence_case(spelled)


def _name(source: AgencyText, capitals: str, before: list[str]) -> str:
    """A proper name: as printed elsewhere; else each syllable (places) or the first one (organs)."""
    words = capitals.strip()
    if not words:
        return ""
    found = _elsewhere(source, words)
    if found is not None:
        return found
    last = fold(before[-1]) if before else ""
    if last in _UNITS or last in _COMMITTEES:
        return " ".join(word.capitalize() for word in words.split())
    head, _, rest = words.partition(" ")
    return f"{head.capitalize()} {rest.capitalize()}".strip()


def _elsewhere(source: AgencyText, capitals: str) -> str | None:
    """The same words where the text prints them with small letters, or None."""
    wanted = re.compile(rf"(?<!\w){re.escape(fold(capitals))}(?!\w)")
    for match in wanted.finditer(source.folded):
        printed = source.text[match.start() : match.end()]
        if printed[0].isupper() and not printed.isupper():
            return printed
    return None
