"""The tokens of the model: syllables, with and without diacritics, in one spelling of tones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from corpus.fold import fold, strip_marks

_ALPHABET = 400  # single characters kept as tokens: every Vietnamese letter and the usual others
_WORD = r"[\p{L}\p{M}]+|\p{N}+"  # punctuation is dropped


def _tone_spellings() -> dict[str, str]:
    """Old-style pairs to new-style ones ("óa" to "oá"), as ``corpus.fold.fold`` has them."""
    pairs = ("".join(letters) for letters in product("oòóỏõọuùúủũụ", "aey"))
    return {pair: fold(pair) for pair in pairs if fold(pair) != pair}


def _normalizer() -> normalizers.Normalizer:
    """NFC, lower case, one place for the tone mark: "Ủy" and "uỷ" are one token for any loader."""
    spellings = [
        normalizers.Replace(Regex(rf"(?<!q){old}(?!\p{{L}})"), new)
        for old, new in _tone_spellings().items()
    ]
    return normalizers.Sequence(
        [normalizers.NFC(), normalizers.Lowercase(), normalizers.Replace("ð", "đ"), *spellings]
    )


def _alphabet(texts: Sequence[str]) -> list[str]:
    """The commonest letters and digits; left to itself the trainer breaks ties by chance."""
    normalizer = _normalizer()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(normalizer.normalize_str(text))
    ranked = sorted(counts, key=lambda char: (-counts[char], char))
    return [char for char in ranked if char.isalnum()][:_ALPHABET]


def train_tokenizer(texts: Sequence[str], size: int) -> Tokenizer:
    """A BPE tokenizer of at most ``size`` tokens, learnt from the texts and their stripped forms."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(_WORD), "removed", invert=True)
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=2,
        initial_alphabet=_alphabet(texts),
        limit_alphabet=_ALPHABET,
        show_progress=False,
    )
    both = (form for text in texts for form in (text, strip_marks(text[: len(text) // 2])))
    tokenizer.train_from_iterator(both, trainer)
    return tokenizer


def stripped_tokens(tokenizer: Tokenizer) -> list[list[int]]:
    """For every token id, the ids of the same letters typed without diacritics."""
    names = sorted(tokenizer.get_vocab(with_added_tokens=True).items(), key=lambda item: item[1])
    return [tokenizer.encode(strip_marks(name)).ids or [number] for name, number in names]
