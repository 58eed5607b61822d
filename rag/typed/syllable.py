"""The build of a written Vietnamese syllable: first consonant, rhyme, tone, and where the tone stands."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from corpus.fold import strip_marks

TONES = {"sắc": "\u0301", "huyền": "\u0300", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
_TONE_MARKS = frozenset(TONES.values())
_STOPPED_TONES = frozenset(("\u0301", "\u0323"))  # the only ones before c, ch, p, t

_ONSET_LIST = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x"  # longest first
_ONSETS = tuple(_ONSET_LIST.split())
VOWELS = frozenset("aăâeêioôơuưy")
_SHAPED = frozenset("ăâêôơư")
# The usual tables of rhymes, without tones; "qu" and "gi" are onsets.
_RHYME_LIST = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uê uêch uênh uêu uc ui um un ung up ut uơ uy uya uych uyên uyêt uynh uyp uyt uyu
uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu yn ynh yt ych
"""
_RHYMES = frozenset(_RHYME_LIST.split())
_BARE_RHYMES = frozenset(map(strip_marks, _RHYMES))
_BARE_ONSETS = frozenset(map(strip_marks, _ONSETS)) | {""}


def split_tone(syllable: str) -> tuple[str, str]:
    """Lower-case syllable without its tone mark, and the combining mark ("" for none)."""
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(char for char in decomposed if char in _TONE_MARKS)
    rest = "".join(char for char in decomposed if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", rest), tone


@lru_cache(maxsize=8192)
def split_onset(toneless: str) -> tuple[str, str]:
    """First consonants and rhyme: "quang" -> ("qu", "ang"), "gì" -> ("g", "i")."""
    for onset in _ONSETS:
        rest = toneless[len(onset) :]
        if toneless.startswith(onset) and rest and rest[0] in VOWELS:
            return onset, rest
    return "", toneless


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether ``word`` is spelled as a Vietnamese syllable, diacritics included, in any case."""
    toneless, tone = split_tone(word)
    onset, rhyme = split_onset(toneless)
    if rhyme not in _RHYMES and not (onset == "gi" and f"i{rhyme}" in _RHYMES):
        return False
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    return tone in _STOPPED_TONES if stopped else len(tone) <= 1


@lru_cache(maxsize=8192)
def is_bare_syllable(word: str) -> bool:
    """Whether a word without diacritics can be a syllable that lost them."""
    lowered = word.lower()
    if lowered != strip_marks(lowered):
        return False
    onset, rhyme = split_onset(lowered)
    return onset in _BARE_ONSETS and rhyme in _BARE_RHYMES


def with_tone(toneless: str, tone: str) -> str:
    """``toneless`` with the tone mark on its vowel, in the spelling "hóa", "ủy", "thuở"."""
    if not tone:
        return toneless
    onset, rhyme = split_onset(toneless)
    length = next((i for i, char in enumerate(rhyme) if char not in VOWELS), len(rhyme))
    if length == 0:
        return toneless
    at = len(onset) + _tone_place(rhyme[:length], closed=length < len(rhyme))
    toned = unicodedata.normalize("NFC", toneless[at] + tone)
    return toneless[:at] + toned + toneless[at + 1 :]


def _tone_place(vowels: str, closed: bool) -> int:
    shaped = [i for i, char in enumerate(vowels) if char in _SHAPED]
    if shaped:
        return shaped[-1]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) == 3 else 0


@lru_cache(maxsize=8192)
def usual(syllable: str) -> str:
    """A lower-case syllable with its tone mark where the plans print it: "hoá" -> "hóa"."""
    return with_tone(*split_tone(syllable)) if is_syllable(syllable) else syllable
