"""The tokens of the model: syllables and compounds, with and without diacritics, in one spelling."""

from __future__ import annotations

import itertools
import json
import math
from collections import Counter
from collections.abc import Sequence
from itertools import product

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from corpus.fold import fold, strip_marks

_TOGETHER, _LEAST_TOGETHER = 0.25, 20  # mutual information, and how often, of a compound
_VOWELS = frozenset("aeiouy")
_ALPHABET = 400  # single characters kept as tokens: every Vietnamese letter and the usual others
# Punctuation becomes a boundary, and every syllable is written with the blank before it, so that one
# that opens a compound looks the same as one that stands alone.
_PUNCTUATION = r"[^\p{L}\p{M}\p{N}\s]+"
_BOUNDARY = "|"
_SYLLABLE = r" [\p{L}\p{M}\p{N}]+"
_PHRASE = r"(?: [\p{L}\p{M}\p{N}]+)+"
_COMPOUNDED_TEXTS = 4_000  # tokenised at a time: bounds memory


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
        [
            normalizers.NFC(),
            normalizers.Lowercase(),
            normalizers.Replace("ð", "đ"),
            *spellings,
            normalizers.Replace(Regex(_PUNCTUATION), f"{_BOUNDARY} "),
            normalizers.Prepend(" "),
            normalizers.Replace(Regex(r"\s+"), " "),
        ]
    )


def _alphabet(texts: Sequence[str]) -> list[str]:
    """The commonest letters and digits; left to itself the trainer breaks ties by chance."""
    normalizer = _normalizer()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(normalizer.normalize_str(text))
    ranked = sorted(counts, key=lambda char: (-counts[char], char))
    return [char for char in ranked if char.isalnum()][:_ALPHABET]


def train_tokenizer(texts: Sequence[str], size: int, compounds: int = 0) -> Tokenizer:
    """A BPE tokenizer of at most ``size`` tokens, learnt from the texts and their stripped forms.

    At most ``compounds`` pairs of syllables that keep together are tokens besides, each also in its
    stripped form: "nhà ở xã hội" is two tokens, "xa hoi" is one.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(_SYLLABLE), "removed", invert=True)
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=2,
        initial_alphabet=[" ", *_alphabet(texts)],
        limit_alphabet=_ALPHABET + 1,
        show_progress=False,
    )
    both = (form for text in texts for form in (text, strip_marks(text[: len(text) // 2])))
    tokenizer.train_from_iterator(both, trainer)
    return _with_compounds(tokenizer, texts, compounds) if compounds else tokenizer


def _with_compounds(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> Tokenizer:
    """The tokenizer with merges of whole syllables after those inside them."""
    stored = json.loads(tokenizer.to_str())["model"]
    vocabulary: dict[str, int] = stored["vocab"]
    merges = [(first, second) for first, second in stored["merges"]]
    for first, second in _compounds(tokenizer, texts, most):
        for pair in ((first, second), (strip_marks(first), strip_marks(second))):
            if "".join(pair) not in vocabulary and all(part in vocabulary for part in pair):
                vocabulary["".join(pair)] = len(vocabulary)
                merges.append(pair)
    whole = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    whole.normalizer = tokenizer.normalizer
    whole.pre_tokenizer = pre_tokenizers.Split(Regex(_PHRASE), "removed", invert=True)
    return whole


def _compounds(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> list[tuple[str, str]]:
    """Pairs of neighbouring syllables that keep together, the most frequent first.

    By normalised pointwise mutual information (Bouma, 2009), which function words do not reach.
    """
    names = {number: name for name, number in tokenizer.get_vocab().items()}
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for first in range(0, len(texts), _COMPOUNDED_TEXTS):
        part = list(texts[first : first + _COMPOUNDED_TEXTS])
        for encoding in tokenizer.encode_batch_fast(part, add_special_tokens=False):
            tokens = [names[number] for number in encoding.ids]
            single.update(tokens)
            double.update(itertools.pairwise(tokens))
    total = sum(single.values())

    def keeps_together(pair: tuple[str, str], count: int) -> bool:
        if count < _LEAST_TOGETHER or not all(map(_is_syllable, pair)):
            return False
        chance = math.log(total * count / (single[pair[0]] * single[pair[1]]))
        return chance / math.log(total / count) >= _TOGETHER

    kept = [(count, pair) for pair, count in double.items() if keeps_together(pair, count)]
    return [pair for _, pair in sorted(kept, key=lambda each: (-each[0], each[1]))[:most]]


def _is_syllable(token: str) -> bool:
    """Whether a token is a whole word with a vowel, marked or not: no abbreviation, no figure."""
    letters = strip_marks(token[1:])
    return token.startswith(" ") and letters.isalpha() and not _VOWELS.isdisjoint(letters)


def parts_of(tokenizer: Tokenizer) -> list[tuple[int, int] | None]:
    """For every token id, those of the two syllables of a compound; None for any other token."""
    vocabulary = tokenizer.get_vocab(with_added_tokens=True)
    names = sorted(vocabulary, key=lambda name: vocabulary[name])
    cuts = ((name, name.find(" ", 1)) for name in names)
    return [
        (vocabulary[name[:cut]], vocabulary[name[cut:]]) if cut > 0 else None for name, cut in cuts
    ]


def stripped_tokens(tokenizer: Tokenizer) -> list[list[int]]:
    """For every token id, the ids of the same letters typed without diacritics."""
    names = sorted(tokenizer.get_vocab(with_added_tokens=True).items(), key=lambda item: item[1])
    return [tokenizer.encode(strip_marks(name)).ids or [number] for name, number in names]
