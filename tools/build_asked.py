"""Build ``rag/meaning/asked.tsv``: how often a syllable of a question stands in the provision that answers.

Development time only. People ask "bà con", "lo chuyện", "kiểu gì"; documents print none of it. Counted
over the everyday questions that the bundled embedding model is trained on, with a prior that holds
rare syllables near the mean.

    python tools/build_asked.py everyday_questions.jsonl[.xz] rag/meaning/asked.tsv
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from rag.meaning.words import words  # noqa: E402 - the project is found only now

LEAST = 6  # questions; rarer syllables are left out and count in full
PRIOR, PRIOR_SHARE = 4, 0.45  # questions at the mean share that each syllable starts with
_SYLLABLE = re.compile(r"[^\W\d_]{1,7}")


def main(source: Path, target: Path) -> None:
    """Count and write."""
    asked: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    with (lzma.open if source.suffix == ".xz" else open)(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            printed = _syllables(pair["positive"])
            typed = _syllables(pair["query"])
            asked.update(typed)
            carried.update(typed & printed)
    shares = {
        syllable: (carried[syllable] + PRIOR * PRIOR_SHARE) / (times + PRIOR)
        for syllable, times in asked.items()
        if times >= LEAST
    }
    header = "# syllable\tshare of everyday questions with it whose provision holds it\n"
    body = "".join(f"{syllable}\t{share:.2f}\n" for syllable, share in sorted(shares.items()))
    target.write_text(header + body, encoding="utf-8")
    sys.stdout.write(f"{len(shares)} syllables\n")


def _syllables(text: str) -> set[str]:
    return {word.folded for word in words(text) if _SYLLABLE.fullmatch(word.folded)}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
