"""How telling a syllable is in Vietnamese at large, read once from ``background.tsv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("background.tsv")  # made by tools/build_background.py


@cache
def background() -> dict[str, float]:
    """Folded syllable -> ln(N / n) over passages of many kinds; common ones are near 0."""
    rows = _FILE.read_text(encoding="utf-8").splitlines()[1:]
    return {syllable: float(idf) for syllable, idf in (row.split("\t") for row in rows)}
