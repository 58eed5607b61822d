"""One text being read for places: its words, and what stands around each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.fold import fold, has_marks, strip_marks
from corpus.places import words
from corpus.places.names import letters, name_index

_WORD = re.compile(r"[^\W\d_]+|\d+")
_GAPS = frozenset({"", " ", "-", "'", "’", " - ", " – ", "\u00a0", "\n", ". ", "."})


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of the text."""

    start: int
    end: int
    key: str  # stripped


class Reader:
    """One text being read: its words, and what stands around each.

    ``known`` are stripped names that are expected in it.
    """

    def __init__(self, text: str, known: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.known = known
        self.stripped = strip_marks(text)
        self.tokens = [
            Token(match.start(), match.end(), match.group())
            for match in _WORD.finditer(self.stripped)
        ]
        self.index = name_index()
        self.marked = has_marks(text)

    def joined(self, at: int) -> bool:
        """Whether word ``at`` and the next are close enough for one name."""
        gap = self.text[self.tokens[at].end : self.tokens[at + 1].start]
        return gap in _GAPS and (gap != "" or self.tokens[at + 1].key.isdigit())

    def neighbour(self, at: int) -> str:
        """The printed word ``at``, "" outside the text."""
        if not 0 <= at < len(self.tokens):
            return ""
        return self.text[self.tokens[at].start : self.tokens[at].end]

    def keys_at(self, at: int) -> list[tuple[str, int]]:
        """Names that begin at word ``at``, longest first, as (key, number of words)."""
        key = self.tokens[at].key
        found: list[tuple[str, int]] = []
        names = self.index.names
        if key in self.index.glued:
            found.append((self.index.glued[key], 1))
        size, longest = 1, self.index.longest.get(key, 0)
        while size <= longest:
            if key in names:
                found.append((key, size))
            if at + size >= len(self.tokens) or not self.joined(at + size - 1):
                break
            key = f"{key} {self.tokens[at + size].key}"
            size += 1
        found.reverse()
        return found

    def type_before(self, at: int) -> tuple[str | None, int | None]:
        """Type word right before word ``at``: (type, first word of it); no position for committees."""
        for size in (2, 1):
            if at - size < 0:
                continue
            gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
            if gap.strip(" .\u00a0") or len(gap) > 2:
                continue
            key = " ".join(token.key for token in self.tokens[at - size : at])
            if size == 2 and not self._close(at - 2):
                continue
            if key in words.COMMITTEES:
                return words.COMMITTEES[key], None
            numbered = key in ("q", "p") and self.tokens[at].key.isdigit()
            dotted = key + "." if gap.startswith(".") or numbered else key
            kind = words.TYPE_WORDS.get(key) or words.TYPE_WORDS.get(dotted)
            if kind and self._marks_fit(at - size, at, kind):
                return kind, at - size
        return None, None

    def _close(self, at: int) -> bool:
        return self.text[self.tokens[at].end : self.tokens[at + 1].start] in (
            " ",
            ".",
            ". ",
            "\u00a0",
        )

    def _marks_fit(self, first: int, end: int, kind: str) -> bool:
        """A type word with marks must be that word: "xa" but not "xà", "phường" but not "phương"."""
        printed = self.text[self.tokens[first].start : self.tokens[end - 1].end]
        return letters(printed) == letters(kind) or not has_marks(printed)

    def shape(self, at: int, count: int) -> str:
        """ "title", "lower" or "mixed": how the words are capitalised; headings count as lower."""
        printed = [self.neighbour(i) for i in range(at, at + count)]
        if all(word.isupper() and len(word) > 1 for word in printed):
            around = (self.neighbour(at - 1), self.neighbour(at + count))
            shouting = any(word.isupper() and len(word) > 1 for word in around)
            return "lower" if shouting and self.marked else "title"
        if all(word[0].isupper() or word[0].isdigit() for word in printed):
            return "title"
        return "mixed" if printed[0][0].isupper() else "lower"

    def starts_sentence(self, at: int) -> bool:
        """Whether word ``at`` is the first of a sentence, line or list item."""
        if at == 0:
            return True
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return any(c in '.:;!?\n"“-+)' for c in gap)

    def runs_on(self, at: int) -> str | None:
        """The capitalised word before word ``at`` when both look like parts of one longer name."""
        before = self.neighbour(at - 1)
        if not before or self.text[self.tokens[at - 1].end : self.tokens[at].start] != " ":
            return None
        if not before[0].isupper() or (before.isupper() and len(before) > 1):
            return None
        return fold(before)
