"""The language of a text where that is plain: rules read English alone."""

from __future__ import annotations

from collections.abc import Mapping

from filinglint.facts.sentences import fold
from filinglint.patterns import pattern

ENGLISH = "en"
UNKNOWN = "und"
NAMES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "pt": "Portuguese",
    "it": "Italian",
    "und": "another language",
}
"""What the languages that are told apart are called, by their codes of ISO 639 ("und" is undetermined)."""
# The most frequent words of each: none of them is among the most frequent of another.
_FREQUENT: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in for is that with our we are on by not this",
        "es": "el la de los que en las por con para del una se como su sus es",
        "fr": "le la les des et en du que pour une dans est nous vous qui sur aux",
        "de": "der die das und zu den von mit ist für auf ein eine wir nicht im dem",
        "pt": "o os da do que em para com uma não as dos nos por sua são ao",
        "it": "il di che la per una sono con gli del della nel non alla le dei si",
    }.items()
}
_FOREIGN = frozenset().union(*(words for code, words in _FREQUENT.items() if code != ENGLISH))
_WORD = pattern(r"[^\W\d_]+")
# All of ASCII that is no letter becomes a blank: unlike the words of ``words``, which are looked for with their
# figures and each once, those of a language are letters alone, and count as often as they stand there.
_APART = bytes(code if code > 127 or chr(code).isalpha() else ord(" ") for code in range(256))
_ASCII = bytes(range(128))
_FEW_SIGNS = 64
_LOOKS, _LOOK, _MANY = 5, 240, 10
_FEW, _FOREIGN_LETTERS, _LEAST_LETTERS = 3, 0.3, 60


def language_of(text: str) -> str:
    """Return the code of the language of *text*: ENGLISH for tables and in doubt, UNKNOWN for one without a code here.

    All of *text* is looked at, but for one that is plainly English; the beginning of a long one is enough.
    """
    if _plainly_english(text):
        return ENGLISH
    folded = fold(text)
    words = words_of(folded)
    # No language has more of its words there than all have together.
    if (strange := sum(map(_FOREIGN.__contains__, words))) > _FEW:
        enough = 1.3 * sum(map(_FREQUENT[ENGLISH].__contains__, words)) + _FEW
        if strange > enough:
            counts = {code: sum(map(known.__contains__, words)) for code, known in _FREQUENT.items()}
            best = max(counts, key=lambda code: counts[code])
            if counts[best] > enough:
                return best
    letters = "" if folded.isascii() else "".join(words)
    if letters.isascii() or len(letters) < _LEAST_LETTERS:
        return ENGLISH
    foreign = sum(not letter.isascii() for letter in letters)
    return UNKNOWN if foreign > _FOREIGN_LETTERS * len(letters) else ENGLISH


def _plainly_english(text: str) -> bool:
    """Tell whether, in looks all over a long *text*, many words are English, few foreign or with foreign letters."""
    step = (len(text) - _LOOK) // (_LOOKS - 1)
    if step < _LOOK:
        return False
    words = fold(" ".join(text[at : at + _LOOK] for at in range(0, step * _LOOKS, step))).split()
    english = sum(map(_FREQUENT[ENGLISH].__contains__, words))
    strange = sum(map(_FOREIGN.__contains__, words))
    return english >= max(_MANY, 3 * strange) and sum(map(str.isascii, words)) >= 0.8 * len(words)


def words_of(folded: str) -> list[str]:
    """Return the runs of letters in *folded*, a text as ``fold`` gives it, in order."""
    encoded = folded.encode("utf-8", "surrogatepass")
    signs = set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if len(signs) > _FEW_SIGNS:
        return _WORD.findall(folded)
    strange = [sign for sign in signs if not _WORD.match(sign)]
    for sign in strange:
        encoded = encoded.replace(sign.encode("utf-8", "surrogatepass"), b" ")
    return encoded.translate(_APART).decode("utf-8", "surrogatepass").split()
