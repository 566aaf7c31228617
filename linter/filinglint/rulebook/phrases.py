"""The phrases in which concepts are written, made into regular expressions.

    word        that word; a hyphen in it stands for a hyphen, a blank or nothing: back-up
    word*       any word that begins so: recover*
    *ing        any word that ends so
    a|b         one of several words, each as above
    [word]      a word that may be missing
    ~3          up to three words between
    #           a number in figures
    {name}      whatever the concept of that name stands for

Phrases are matched against folded text. Words and what parts them never overlap and every repetition
is bounded, so that a search takes time linear in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import product

from filinglint.facts import words
from filinglint.facts.words import Needs, Starts
from filinglint.patterns import pattern

# A colon may stand between neighbours (Target: two hours), but nothing is skipped across it.
_PART = r"[^\w;!?]{1,6}"
_GAP = r"(?:[^\w;:!?]{1,6}\w{1,40})"
_TOKEN = pattern(r"\[[^\]\s]{1,500}\]|\{\w+\}|~\d{1,2}|#|[^\s\[\]{}~#]+")
_RUN = pattern(r"\w+")
_MOST_HYPHENS = 3
_BRIEF = 3
_NUMBER = r"\d{1,3}(?:\.\d)?(?:-\d{1,3})?"


class PhraseError(ValueError):
    """A phrase is not written as the language of phrases has it."""


def _word(word: str, *, exact: bool) -> str:
    if word.startswith("*") and word[1:].isalpha():
        return r"\w{1,20}" + word[1:]
    stem = word.removesuffix("*")
    if not stem or "*" in stem:
        raise PhraseError(f"{word!r}: a star ends a word, and a word has letters")
    expression = ("-" if exact else "[- ]?").join(re.escape(part) for part in stem.split("-"))
    return expression + (r"\w{0,20}" if word.endswith("*") else "")


def _token(token: str, concept: Callable[[str], str], *, exact: bool) -> str:
    if token.startswith("{"):
        return concept(token[1:-1])
    if token == "#":
        return _NUMBER
    words = [_word(word, exact=exact) for word in token.split("|")]
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def phrase_expression(phrase: str, concept: Callable[[str], str], *, exact: bool = False) -> str:
    """Return the regular expression of *phrase*; *concept* gives that of a concept by its name.

    With *exact* a hyphen stands for a hyphen only.

    Raises PhraseError when the phrase is not written as the language has it.
    """
    tokens = _TOKEN.findall(phrase)
    if " ".join(tokens).replace(" ", "") != phrase.replace(" ", "") or not tokens:
        raise PhraseError(f"{phrase!r} is no phrase")
    if tokens[0].startswith("~") or tokens[-1].startswith("~") or all(t.startswith("[") for t in tokens):
        raise PhraseError(f"{phrase!r}: a phrase begins and ends with a word")
    expression, begun = "", False
    for token in tokens:
        if token.startswith("~"):
            expression += f"{_GAP}{{0,{token[1:]}}}?"
        elif token.startswith("["):
            word = _token(token[1:-1], concept, exact=exact)
            expression += f"(?:{_PART}{word})?" if begun else rf"(?:{word}\b{_PART})?"
        else:
            expression += (rf"\b{_PART}" if begun else "") + _token(token, concept, exact=exact)
            begun = True
    return expression


def needs_of(phrase: str, concept: Callable[[str], Needs]) -> Needs:
    """Return what a folded text has wherever it has *phrase*; *concept* returns that of a concept by its name."""
    found = []
    for token in _TOKEN.findall(phrase):
        if token.startswith("{"):
            found.append(concept(token[1:-1]))
        elif token[0] not in "[~#":
            found.append(words.any_of(_needs_of_word(word) for word in token.split("|")))
    telling = [needs for needs in found if not needs.every or any(map(_is_telling, needs.every))]
    return words.all_of(telling or found)


def starts_of(phrase: str, concept: Callable[[str], Starts | None]) -> Starts | None:
    """Return how *phrase* begins wherever a folded text has it; None where it may begin with any number.

    *concept* returns that of a concept by its name.
    """
    found = Starts()
    for token in _TOKEN.findall(phrase):
        word = token[1:-1] if token.startswith("[") else token
        starts = concept(token[1:-1]) if token.startswith("{") else _starts_of_words(word)
        if starts is None:
            return None
        found |= starts
        if not token.startswith("["):
            return found
    return None


def _starts_of_words(words: str) -> Starts | None:
    found = Starts()
    for word in words.split("|"):
        letters = word.removesuffix("*").partition("-")[0]
        if word.startswith("*"):
            found |= Starts(endings=frozenset((word[1:],)))
        elif letters and "#" not in words:
            found |= Starts(frozenset((letters,)))
        else:
            return None
    return found


def _needs_of_word(word: str) -> Needs:
    """Return what a text has wherever it has *word*: all that stands between two signs in it is a word of the text."""
    if word.startswith("*"):
        return Needs(signs=frozenset((f"{word[1:]}\n",)))
    stem = word.removesuffix("*")
    first, *others = stem.split("-")
    if len(others) > _MOST_HYPHENS:
        return Needs()
    # Each hyphen parts two words or joins them to one.
    return words.any_of(
        _needs_of_letters(first + "".join(map("".join, zip(hyphens, others, strict=True))), begun=stem != word)
        for hyphens in product((" ", ""), repeat=len(others))
    )


def _needs_of_letters(letters: str, *, begun: bool) -> Needs:
    runs = _RUN.findall(letters)
    signs = [f"\n{run}\n" for run in runs]
    if begun and runs and letters.endswith(runs[-1]):
        signs[-1] = f"\n{runs[-1]}"
    return Needs(signs=frozenset(filter(_is_telling, signs)) or frozenset(signs))


def _is_telling(sign: str) -> bool:
    """Tell whether *sign* is worth to be looked for beside others: "of", "the" and "10" are everywhere."""
    return len(sign.strip()) > _BRIEF


def any_of(expressions: Iterable[str], *, whole: bool = False) -> str:
    """Return one expression for all of *expressions*, those with one first letter together.

    With *whole* it matches whole words. That nothing of a word stands before it is asked behind the first letter: what
    begins with a letter is searched for by that letter.
    """
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for expression in dict.fromkeys(expressions):
        letter = expression[0] if expression[0].isalpha() and expression[1:2].isalpha() else ""
        by_letter[letter].append(expression[len(letter) :])
    groups = [
        letter + (rf"(?<![\w-]{letter})" if whole else "") + f"(?:{'|'.join(group)})"
        for letter, group in sorted(by_letter.items(), reverse=True)
    ]
    return f"(?:{'|'.join(groups)})" + (r"(?!\w)" if whole else "")
