"""Any sentence-transformers model, from a folder or the hub, behind the same seam."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.static_model import files_digest, unit_rows

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_E5_TASK = "Instruct: Given a question, retrieve passages that answer the question\nQuery: "


@dataclass(frozen=True, slots=True)
class InputRule:
    """What a family of models was trained to see before a text, and whether words are joined."""

    name: re.Pattern[str]
    query: str = ""
    passage: str = ""
    words: bool = False  # "đô_thị hóa": the model's tokens are words, not syllables


# From the model cards; the first row that matches the name holds. A model that names its own
# prompts in config_sentence_transformers.json needs no row.
INPUT_RULES = (
    InputRule(re.compile(r"e5-\w+-instruct", re.I), query=_E5_TASK),
    InputRule(
        re.compile(r"(?:^|[/_-])e5-(?:small|base|large)", re.I),
        query="query: ",
        passage="passage: ",
    ),
    InputRule(
        re.compile(r"phobert|vietnamese-bi-encoder|dangvantuan/vietnamese-embedding$", re.I),
        words=True,
    ),
)
_PLAIN = InputRule(re.compile(""))
_WORD_TOKENIZERS = frozenset({"PhobertTokenizer", "PhobertTokenizerFast"})


def input_rule(name: str) -> InputRule:
    """The row of ``INPUT_RULES`` for a model's name or folder; plain text without one."""
    return next((rule for rule in INPUT_RULES if rule.name.search(name)), _PLAIN)


def join_words(text: str) -> str:
    """The text with the syllables of a word joined by "_", as PhoBERT's training text had it."""
    from pyvi import ViTokenizer

    return str(ViTokenizer.tokenize(text))


@contextmanager
def _no_network() -> Iterator[None]:
    """Hub requests fail inside: some loaders ask the hub about models that lie on this disk."""
    from huggingface_hub import constants

    before = constants.HF_HUB_OFFLINE
    constants.HF_HUB_OFFLINE = True
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


def _load(spec: str) -> SentenceTransformer:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise ModelError(
            f"Mô hình {spec} cần thư viện sentence-transformers. "
            "Hãy cài bằng lệnh: pip install sentence-transformers"
        ) from error
    try:
        return SentenceTransformer(spec)
    except Exception as error:  # loaders of many libraries, no common base
        raise ModelError(
            f"Không mở được mô hình nhúng {spec} ({type(error).__name__}). "
            "Hãy kiểm tra tên, thư mục mô hình và kết nối mạng nếu mô hình chưa được tải về."
        ) from error


def _cached_revision(name: str) -> str:
    """The commit of a hub model in the local cache; empty when the cache does not know it."""
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(name, "config.json")
    return Path(found).parent.name if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class SentenceTransformerEmbedder:
    """A sentence-transformers model with the prefixes and the word joining it was trained with."""

    name: str
    fingerprint: str
    dimension: int
    model: SentenceTransformer
    query_prefix: str | None  # None: the model's own prompt, if it has one
    passage_prefix: str | None
    prepare: Callable[[str], str] | None

    @classmethod
    def from_folder(cls, folder: Path) -> SentenceTransformerEmbedder:
        """Read a model folder without any network. Raises ModelError."""
        with _no_network():
            model = _load(str(folder))
        files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
        return cls._around(model, str(folder), files_digest(folder, files))

    @classmethod
    def from_hub(cls, name: str) -> SentenceTransformerEmbedder:
        """The model of this hub name: from the local cache, downloaded only when not there.

        HF_HUB_OFFLINE=1 forbids the download. Raises ModelError.
        """
        try:
            with _no_network():
                model = _load(name)
        except ModelError:
            model = _load(name)
        return cls._around(model, name, f"{name}@{_cached_revision(name)}")

    @classmethod
    def _around(
        cls, model: SentenceTransformer, name: str, content: str
    ) -> SentenceTransformerEmbedder:
        rule = input_rule(name)
        own_prompts = any(model.prompts.values())
        words = rule.words or type(model.tokenizer).__name__ in _WORD_TOKENIZERS
        query, passage = (None, None) if own_prompts else (rule.query, rule.passage)
        print_of = hashlib.sha256(repr((content, query, passage, words)).encode()).hexdigest()
        dimension = model.get_embedding_dimension() or 0
        return cls(name, print_of, dimension, model, query, passage, join_words if words else None)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); zeros for an empty text."""
        return self._embed(texts, self.model.encode_query, self.query_prefix)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); zeros for an empty text."""
        return self._embed(texts, self.model.encode_document, self.passage_prefix)

    def _embed(
        self,
        texts: Sequence[str],
        encode: Callable[..., NDArray[np.float32]],
        prefix: str | None,
    ) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            prepared = [self.prepare(texts[i]) if self.prepare else texts[i] for i in filled]
            vectors[filled] = encode(prepared, prompt=prefix, show_progress_bar=False)
        return unit_rows(vectors)
