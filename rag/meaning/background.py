"""What is known of syllables at large: how common they are, and how often documents carry them.

Both tables are read once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_COMMON = Path(__file__).with_name("background.tsv")  # made by tools/build_background.py
_ASKED = Path(__file__).with_name("asked.tsv")  # made by tools/build_asked.py


@cache
def background() -> dict[str, float]:
    """Folded syllable -> ln(N / n) over passages of many kinds; common ones are near 0."""
    return _read(_COMMON)


@cache
def carried() -> dict[str, float]:
    """Folded syllable of a question -> how often the provision that answers holds it, in [0, 1].

    Near 0 for what only people say: "chuyện", "lo", "bà con". Rare syllables are absent.
    """
    return _read(_ASKED)


def _read(path: Path) -> dict[str, float]:
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    return {syllable: float(value) for syllable, value in (row.split("\t") for row in rows)}
