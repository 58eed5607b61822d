"""Character classes of Vietnamese, for patterns that must tell capitals from small letters."""

from __future__ import annotations

# Capitals of U+1EA0..U+1EF8 stand at even code points, their small letters right after them.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
# One to six words in capitals: "Hà Tĩnh", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế".
NAME = rf"[{UPPER}]\w*(?:(?: - | )[{UPPER}]\w*){{0,5}}"


def sentence_case(text: str) -> str:
    """The text with its first letter as a capital; the others stay as they are."""
    return text[:1].upper() + text[1:]


def begins_word(text: str, position: int) -> bool:
    """Whether no letter, digit or "_" stands right before ``position``.

    Asked after a match, it costs far less than a look-behind at the head of a searched pattern.
    """
    before = text[position - 1 : position] if position else ""
    return not (before.isalnum() or before == "_")
