"""Whether a text is in a language whose words are not read."""

from __future__ import annotations

from collections.abc import Mapping

from filinglint.facts.sentences import fold
from filinglint.patterns import pattern

# The most frequent words of each: none of them is among the most frequent of another.
_LANGUAGES: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "English": "the of and to in for is that with our we are on by not this",
        "Spanish": "el la de los que en las por con para del una se como su sus es",
        "French": "le la les des et en du que pour une dans est nous vous qui sur aux",
        "German": "der die das und zu den von mit ist für auf ein eine wir nicht im dem",
        "Portuguese": "o os da do que em para com uma não as dos nos por sua são ao",
        "Italian": "il di che la per una sono con gli del della nel non alla le dei si",
    }.items()
}
_FOREIGN = frozenset().union(*(words for name, words in _LANGUAGES.items() if name != "English"))
LOOKED_AT = 20_000
"""Code points of a text by which its language is judged: the first."""
_WORD = pattern(r"[^\W\d_]+")
# All of ASCII that is no letter becomes a blank: unlike the words of ``words``, which are looked for with their
# figures and each once, those of a language are letters alone, and count as often as they stand there.
_APART = bytes(code if code > 127 or chr(code).isalpha() else ord(" ") for code in range(256))
_ASCII = bytes(range(128))
_FEW_SIGNS = 64
_FEW, _FOREIGN_LETTERS, _LEAST_LETTERS = 3, 0.3, 60


def foreign_language(text: str) -> str:
    """Return what *text* is written in where that is plainly not English; "" for English, tables and doubt.

    It is judged by its first 20,000 characters.
    """
    folded = fold(text[:LOOKED_AT])
    words = _words(folded)
    # No language has more of its words there than all have together.
    if (strange := sum(map(_FOREIGN.__contains__, words))) > _FEW:
        enough = 1.3 * sum(map(_LANGUAGES["English"].__contains__, words)) + _FEW
        if strange > enough:
            counts = {name: sum(map(known.__contains__, words)) for name, known in _LANGUAGES.items()}
            best = max(counts, key=lambda name: counts[name])
            if counts[best] > enough:
                return best
    letters = "" if folded.isascii() else "".join(words)
    if letters.isascii() or len(letters) < _LEAST_LETTERS:
        return ""
    foreign = sum(not letter.isascii() for letter in letters)
    return "another language" if foreign > _FOREIGN_LETTERS * len(letters) else ""


def _words(folded: str) -> list[str]:
    """Return the runs of letters in *folded*, in order."""
    encoded = folded.encode("utf-8", "surrogatepass")
    signs = set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if len(signs) > _FEW_SIGNS:
        return _WORD.findall(folded)
    strange = [sign for sign in signs if not _WORD.match(sign)]
    for sign in strange:
        encoded = encoded.replace(sign.encode("utf-8", "surrogatepass"), b" ")
    return encoded.translate(_APART).decode("utf-8", "surrogatepass").split()
