"""Learning the table of token vectors, and saving it as a sentence-transformers folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from index.static_model import WEIGHTS_FILE
from index.training.batches import Batch, Corpus, batches
from index.training.recipe import Recipe

_SPREAD = 0.05  # standard deviation of the first vectors
_COMPOUND_SPREAD = 0.3  # of a compound's own, in parts of it
# Smooth inverse frequency: first lengths are a / (a + p). Arora et al., "A simple but tough-to-beat
# baseline for sentence embeddings", ICLR 2017.
_FREQUENCY_SCALE = 1e-3
_NEVER = -1e4  # similarity of what must not count as a counter-example


class TokenTable(torch.nn.Module):
    """A vector for every token: its own, plus one shared by all that are alike without diacritics.

    So "do thi" stands near "đô thị" from the start, and what one form learns the other gains. A
    compound has those of its two syllables besides, and need only learn what it means beyond them.
    """

    def __init__(self, corpus: Corpus, dimension: int) -> None:
        super().__init__()
        tokens = len(corpus.stripped)
        plain = [ids[0] if len(ids) == 1 else token for token, ids in enumerate(corpus.stripped)]
        rarity = _FREQUENCY_SCALE / (_FREQUENCY_SCALE + corpus.frequency)
        scale = _SPREAD * torch.tensor(rarity, dtype=torch.float32)[:, None]
        compounds = [(token, *pair) for token, pair in enumerate(corpus.parts) if pair]
        self.compounds, self.first, self.second = torch.tensor(compounds).reshape(-1, 3).long().T
        scale[self.compounds] *= _COMPOUND_SPREAD
        self.plain = torch.tensor(plain)
        self.own = torch.nn.Parameter(torch.randn(tokens, dimension) * scale)
        self.shared = torch.nn.Parameter(torch.randn(tokens, dimension) * scale)

    def weight(self) -> torch.Tensor:
        """The table as it is used, shape (tokens, dimension)."""
        single = self.own + functional.embedding(self.plain, self.shared)
        parts = functional.embedding(self.first, single) + functional.embedding(self.second, single)
        return single.index_add(0, self.compounds, parts)


def learn(
    corpus: Corpus, recipe: Recipe, report: Callable[[int, float], None]
) -> NDArray[np.float32]:
    """Token vectors, shape (tokens, dimension); ``report`` gets every step's number and loss.

    In-batch negatives with a softmax over cosines (Henderson et al., 2017).
    """
    torch.manual_seed(recipe.seed)
    table = TokenTable(corpus, recipe.dimension)
    optimizer = torch.optim.Adam(table.parameters(), lr=recipe.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, recipe))
    for step, batch in enumerate(batches(corpus, recipe)):
        loss = _loss(table.weight(), batch, recipe.temperature)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        report(step, loss.item())
    learned: NDArray[np.float32] = table.weight().detach().numpy()
    return learned


def _rate(step: int, recipe: Recipe) -> float:
    """Up over the first steps, then straight down to zero."""
    return min(1.0, (step + 1) / recipe.warm_up) * (1 - step / recipe.steps)


def _loss(weight: torch.Tensor, batch: Batch, temperature: float) -> torch.Tensor:
    cosines = _vectors(weight, batch.queries) @ _vectors(weight, batch.positives).T
    scores = (cosines / temperature).masked_fill(torch.from_numpy(batch.same), _NEVER)
    return functional.cross_entropy(scores, torch.arange(len(scores)))


def _vectors(weight: torch.Tensor, texts: Sequence[NDArray[np.int64]]) -> torch.Tensor:
    starts = np.cumsum([0, *(len(ids) for ids in texts[:-1])])
    tokens = torch.from_numpy(np.concatenate(texts).astype(np.int64))
    means = functional.embedding_bag(tokens, weight, torch.from_numpy(starts), mode="mean")
    return functional.normalize(means, dim=1)


def save(tokenizer: Tokenizer, table: NDArray[np.float32], folder: Path) -> str:
    """Write the model with its table in half precision; the weights' sha256. Keeps other files."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    module = StaticEmbedding(tokenizer, embedding_weights=table.astype(np.float16))
    model = SentenceTransformer(modules=[module], device="cpu")
    model.save(str(folder), create_model_card=False)
    weights = folder / WEIGHTS_FILE
    weights.chmod(0o644)  # the writer leaves it readable by its owner alone
    return hashlib.sha256(weights.read_bytes()).hexdigest()
