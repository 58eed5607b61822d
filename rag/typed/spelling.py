"""What a typed syllable may have been meant as: diacritics left out, mixed up, or a slip of one key."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from corpus.fold import strip_marks
from rag.typed.lattice import Choice
from rag.typed.syllable import is_bare_syllable, is_syllable, split_tone
from rag.typed.vocabulary import Counts, typed_words

# How readily each thing happens, against typing the syllable as it should be; set on the questions
# of eval/questions/dev.jsonl with a third of the diacritics taken away, so that no right one changed.
HALF_TYPED = 0.05  # a syllable left bare by someone who types diacritics
CARELESS = 0.5  # the same by someone who leaves out many
KEYED = 0.002  # the same by someone whose Telex or VNI keys show that none were left out
MIXED_UP = 0.02  # a mark left out of a syllable that has some; "chũ" for "chủ"
MIXED_NAME = 0.3  # the same in a name
ODD = 0.00001  # a slip that made another syllable, which the collection happens not to have
SLIP = 0.005  # one letter more, less, wrong, or two exchanged
_SHORTEST = 3  # letters of a word in which a slip is sought
_LONGEST = 9
_HOOK, _TILDE = "\u0309", "\u0303"


def bare_choices(word: str, others: float, counts: Counts) -> tuple[Choice, ...]:
    """Readings of a folded word without diacritics; ``others`` weighs those with diacritics."""
    readings = counts.readings.get(word, ())
    if not readings and not is_bare_syllable(word):
        return (Choice(word, 1.0), *slips(word, SLIP, counts))
    return (Choice(word, 1.0), *(Choice(r, others) for r in readings if r != word))


def marked_choices(word: str, name: bool, counts: Counts) -> tuple[Choice, ...]:
    """Readings of a folded word with diacritics, which stand unless they make no syllable.

    ``name`` says that it has a capital inside a sentence: names have one right spelling.
    """
    readings = [r for r in counts.readings.get(strip_marks(word), ()) if r != word]
    if word in counts.single or is_syllable(word):
        weight = MIXED_NAME if name else MIXED_UP
        near = [r for r in readings if _adds_marks(word, r) or _swaps_hook(word, r)]
        odd = () if word in counts.single else slips(word, ODD, counts)
        return (Choice(word, 1.0), *(Choice(r, weight) for r in near), *odd)
    mixed = (Choice(r, MIXED_UP) for r in readings)
    return (Choice(word, 1.0), *mixed, *slips(word, SLIP, counts))


def slips(word: str, weight: float, counts: Counts) -> tuple[Choice, ...]:
    """Known syllables one slip away from an unknown word whose marks they have."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in typed_words().foreign:
        return ()
    typed = strip_marks(word)
    found = []
    for key in _near(typed, counts):
        for reading in counts.readings[key]:
            if not _marks(word) - _marks(reading):
                added = _marks(word) != _marks(reading)
                found.append(
                    Choice(reading, weight * (HALF_TYPED if added and word != typed else 1.0))
                )
    return tuple(found)


def _near(typed: str, counts: Counts) -> list[str]:
    """Known bare syllables one slip away; one slip cannot change both ends of three letters."""
    first, last = typed[0], typed[-1]
    return [
        key
        for key in counts.readings
        if (key[0] == first or key[-1] == last) and is_slip(typed, key)
    ]


def is_slip(first: str, second: str) -> bool:
    """Whether two different words are one insertion, deletion, exchange or replacement apart.

    The optimal string alignment distance 1 (Damerau, 1964).
    """
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1 or first == second:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first)
    )
    if len(first) < len(second):
        return first[at:] == second[at + 1 :]
    if first[at + 1 :] == second[at + 1 :]:
        return True
    return first[at : at + 2] == second[at : at + 2][::-1] and first[at + 2 :] == second[at + 2 :]


@cache
def _marks(syllable: str) -> Counter[str]:
    """Combining marks of a syllable, with the stroke of đ."""
    decomposed = unicodedata.normalize("NFD", syllable)
    return Counter(char for char in decomposed if unicodedata.combining(char) or char == "đ")


def _adds_marks(word: str, reading: str) -> bool:
    """Whether ``reading`` is the word with marks added and none changed: "đo" -> "đô", "độ"."""
    shapes = zip(split_tone(word)[0], split_tone(reading)[0], strict=False)
    kept = all(typed in (wanted, strip_marks(wanted)) for typed, wanted in shapes)
    return kept and split_tone(word)[1] in ("", split_tone(reading)[1])


def _swaps_hook(word: str, reading: str) -> bool:
    """Whether only the tones hỏi and ngã differ, which sound alike in half of the country."""
    (one, tone), (two, other) = split_tone(word), split_tone(reading)
    return one == two and {tone, other} == {_HOOK, _TILDE}
