"""A typed question in pieces: words that may be read otherwise, and all that must stay as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.fold import DASHES, has_marks
from rag.typed.vocabulary import BREAK, NUMBER, as_counted


class Kind(Enum):
    """What a piece is: a word, something that stays (a number, a code, a quotation), or a gap."""

    WORD = "word"
    FIXED = "fixed"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the question; all pieces joined are the question."""

    text: str
    kind: Kind

    @property
    def marked(self) -> bool:
        """Whether it is a word with Vietnamese diacritics."""
        return self.kind is Kind.WORD and has_marks(self.text)


_DASH = rf"[-/{DASHES}]"
_PIECE = re.compile(
    r"""(?P<fixed>
        "[^"]{0,600}" | “[^”]{0,600}” | «[^»]{0,600}»        # a quotation is searched as it is
      | (?<![\w@.])[\w.]{1,64}@\w\S* | (?:https?://|www\.)\S+
      | (?<!\w)\d{1,5}(?:/\d{4})?\s?DASH\s?[A-ZĐ]\w*(?:\s?DASH\s?[A-ZĐ]\w*)*   # 151 /KH-UBND
      | (?<!\w)\d{1,5}(?:/\d{4})?DASH[^\W\d_]+(?:DASH\w+)+                    # 06-nq/tw
      | (?<!\w)[IVX]+(?:\.\w{1,2})+                          # II.5.b
      | \d\w*(?:[.,/-]\d\w*)*                                 # 9,7  22/9/2022  5G
    )
    | (?P<word>[^\W\d_][^\W_]*)
    | (?P<gap>.)
    """.replace("DASH", _DASH),
    re.VERBOSE | re.DOTALL,
)

_ROMAN = re.compile(r"[IVX]+")


def split(text: str) -> list[Piece]:
    """The pieces of ``text``, in linear time."""
    return [Piece(match.group(), Kind(match.lastgroup)) for match in _PIECE.finditer(text)]


def join(pieces: Sequence[Piece]) -> str:
    """The text of ``pieces``."""
    return "".join(piece.text for piece in pieces)


def edited(text: str, change: Callable[[str], str]) -> str:
    """``text`` with each of its words put through ``change``."""
    return "".join(
        change(piece.text) if piece.kind is Kind.WORD else piece.text for piece in split(text)
    )


def counted(piece: Piece) -> str | None:
    """How a piece stands among counted syllables; None for gaps that do not part words."""
    if piece.kind is Kind.GAP:
        return BREAK if piece.text in ".;:!?\n" else None
    if piece.kind is Kind.FIXED:
        return NUMBER if piece.text[0].isdigit() else BREAK
    return NUMBER if _ROMAN.fullmatch(piece.text) else as_counted(piece.text)
