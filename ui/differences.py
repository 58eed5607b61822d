"""Which words several texts share and which are each one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from corpus.fold import fold
from ui.markup import kept

_TOKEN = re.compile(r"\S+\s*")
_EDGES = re.compile(r"^\W+|\W+$")
_SHORTEST = 2  # words in a row; a lone "và" in common says nothing
_MOST_WORDS = 1_500  # of one text; more is compared by its beginning


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that are all shared with another text, or all not."""

    text: str
    shared: bool


def compared(texts: Sequence[str]) -> tuple[tuple[Run, ...], ...]:
    """Each text cut into runs; joined, the runs of a text give its words back.

    A word counts as shared when it stands in a run of at least two that another text has too,
    whatever the case, the tone-mark place or the punctuation.
    """
    tokens = [_TOKEN.findall(text)[:_MOST_WORDS] for text in texts]
    keys = [[_EDGES.sub("", fold(token.strip())) for token in line] for line in tokens]
    shared = [[False] * len(line) for line in keys]
    for first in range(len(keys)):
        for second in range(first + 1, len(keys)):
            matcher = SequenceMatcher(None, keys[first], keys[second], autojunk=False)
            for at, other, size in matcher.get_matching_blocks():
                if size >= _SHORTEST:
                    shared[first][at : at + size] = [True] * size
                    shared[second][other : other + size] = [True] * size
    return tuple(_runs(line, marks) for line, marks in zip(tokens, shared, strict=True))


def _runs(tokens: Sequence[str], shared: Sequence[bool]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for token, mark in zip(tokens, shared, strict=True):
        if runs and runs[-1].shared == mark:
            runs[-1] = Run(runs[-1].text + token, mark)
        else:
            runs.append(Run(token, mark))
    return tuple(runs)


def runs_html(runs: Sequence[Run]) -> str:
    """The runs as HTML: shared words underlined, own words on a tint."""
    parts = []
    for run in runs:
        words = run.text.rstrip()
        name = "tl-chung" if run.shared else "tl-rieng"
        parts.append(f'<span class="{name}">{kept(words)}</span>{escape(run.text[len(words) :])}')
    return f"<p>{''.join(parts)}</p>"
