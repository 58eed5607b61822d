"""``python -m index.train --pairs DIR --out DIR``: make the bundled embedding model anew.

Two processor cores and 3 GB of memory are enough; the result is an ordinary sentence-transformers
folder of one StaticEmbedding module.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.errors import ModelError
from index.training.batches import tokenise
from index.training.pairs import Pair, read_pairs
from index.training.recipe import Recipe
from index.training.vocabulary import train_tokenizer

_TOKENIZER_PAIRS = 60_000  # drawn at random: more changes the vocabulary no further
_TOKENIZER_TEXT = 1_000  # code points of a positive that the vocabulary is learnt from
_REPORT_EVERY = 100  # steps


def _vocabulary_texts(pairs: Sequence[Pair], seed: int) -> list[str]:
    """Texts of pairs drawn by weight, so that the vocabulary is that of what is trained on most."""
    random = np.random.default_rng(seed)
    weights = np.array([pair.weight for pair in pairs])
    size = min(_TOKENIZER_PAIRS, int(np.count_nonzero(weights)))
    drawn = random.choice(len(pairs), size, replace=False, p=weights / weights.sum())
    return [f"{pairs[row].query}\n{pairs[row].positive[:_TOKENIZER_TEXT]}" for row in drawn]


def train(
    pairs: Sequence[Pair],
    recipe: Recipe,
    folder: Path,
    report: Callable[[int, float], None] = lambda step, loss: None,
) -> str:
    """Train on the pairs and write the model to ``folder``; the sha256 of the weights.

    The same pairs, recipe, machine and library versions give the same model. Raises ModelError
    when no pair has enough text.
    """
    from index.training.learn import learn, save

    tokenizer = train_tokenizer(
        _vocabulary_texts(pairs, recipe.seed), recipe.vocabulary, recipe.compounds
    )
    corpus = tokenise(pairs, tokenizer)
    if not corpus.queries:
        raise ModelError("Các cặp huấn luyện quá ngắn. Hãy bổ sung cặp có đoạn văn dài hơn.")
    table = learn(corpus, recipe, report)
    folder.mkdir(parents=True, exist_ok=True)
    return save(tokenizer, table, folder)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _report(step: int, loss: float) -> None:
    if step % _REPORT_EVERY == 0:
        _say(f"bước {step}: sai số {loss:.3f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 when the model is written, 2 with one line of what is wrong."""
    standard = Recipe()
    parser = argparse.ArgumentParser(prog="python -m index.train", description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True, help="thư mục tệp .jsonl[.xz]")
    parser.add_argument("--out", type=Path, required=True, help="thư mục ghi mô hình")
    parser.add_argument("--steps", type=int, default=standard.steps, help="số bước")
    parser.add_argument("--dimension", type=int, default=standard.dimension, help="số chiều")
    parser.add_argument("--seed", type=int, default=standard.seed, help="hạt giống ngẫu nhiên")
    given = parser.parse_args(arguments)
    recipe = replace(standard, steps=given.steps, dimension=given.dimension, seed=given.seed)
    try:
        pairs = read_pairs(given.pairs)
        _say(f"{len(pairs)} cặp huấn luyện")
        digest = train(pairs, recipe, given.out, _report)
    except (ModelError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    _say(f"Đã ghi mô hình vào {given.out}, sha256 {digest}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
