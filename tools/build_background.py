"""Build ``rag/meaning/background.tsv``: how common syllables are in Vietnamese at large.

Development time only. Reads the positives of the training pairs of the bundled embedding model
(Vietnamese Wikipedia, CC BY-SA 4.0; legal and administrative documents) and writes, for each
syllable with its diacritics, its inverse document frequency ln(N / n) over a sample of passages.

    python tools/build_background.py PAIRS_FOLDER rag/meaning/background.tsv
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from rag.meaning.words import words  # noqa: E402 - the project is found only now

PER_FILE = 9_000  # passages taken from each file, spread evenly
LENGTH = 600  # characters of each passage
LEAST = 12  # passages; rarer syllables are left out and count as telling
_SYLLABLE = re.compile(r"[^\W\d_]{1,7}")


def main(folder: Path, target: Path) -> None:
    """Count and write."""
    documents = 0
    found: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            every = [json.loads(line)["positive"][:LENGTH] for line in lines]
        for text in every[:: max(1, len(every) // PER_FILE)]:
            documents += 1
            found.update({w.folded for w in words(text) if _SYLLABLE.fullmatch(w.folded)})
    rows = [(s, math.log(documents / n)) for s, n in found.items() if n >= LEAST]
    header = (
        "# syllable\tln(N/n) over passages of Wikipedia (CC BY-SA 4.0) and official documents\n"
    )
    body = "".join(f"{s}\t{idf:.1f}\n" for s, idf in sorted(rows))
    target.write_text(header + body, encoding="utf-8")
    sys.stdout.write(f"{documents} passages, {len(rows)} syllables\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
