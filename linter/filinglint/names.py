"""Names of registrants and persons, compared by what they mean.

EDGAR conforms names: capitals, no punctuation, CORP for Corporation, surnames first (PENNEY J C CO INC), a state
or NEW between slashes, formerly no more than 60 characters. A cover says the name of the charter. The comparison
answers three ways: True when every difference is one that EDGAR makes, None when it may be one, False when a word
is plainly another.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from filinglint.patterns import pattern
from filinglint.tables.name_words import (
    AMERICAN_FORMS,
    FAMILIAR,
    GENERATIONS,
    LEGAL_FORMS,
    LONG,
    LOOSE,
    MANY,
    NO_PERSON,
    PHRASES,
    ROMAN,
    SHORT,
    TITLES,
)
from filinglint.tables.rows import misspelt

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

_EDGAR_SUFFIX = pattern(
    r"\s{0,5}(?:[/\\]\s{0,5}(?:[A-Za-z]{2}|new|old|adv|pred|cal|mass|can|cda|now|ta|bd)\s{0,5}[/\\]?"
    r"|[/\\]\s{0,5}[A-Za-z. ]{1,14}[/\\]|\((?:new|old)\)|[/\\]{1,2})\s{0,40}\Z",
    re.IGNORECASE,
)
_FORMERLY = pattern(
    r"[\s,;(]{1,5}(?:formerly|f/k/a|fka|d/b/a|dba|doing business as|also known as|a/k/a)\b", re.IGNORECASE
)
_TOKEN = pattern(
    r"(?:[a-z]\.){2,8}(?:[a-z](?![a-z0-9]))?|[a-z](?:&[a-z]){1,8}(?![a-z0-9])|[a-z0-9]+(?:\.[a-z0-9]+)*|&|\+"
)
_SERIES = frozenset(("series", "ser", "trust", "certificates", "notes"))
_OF_SECURITIES = frozenset(
    SHORT.get(word, word)
    for word in "series ser asset backed pass through passthrough mortgage certificates certificate notes".split()
)
_LONGEST = 300
# EDGAR cut names at 60 characters; a word may end there.
_CUT = 57


def normal_name(text: str) -> str:
    """Return *text* as comparable words: lower case, abbreviated, without marks, articles and EDGAR's suffixes.

    "The Sears, Roebuck & Co. /NY/" becomes "sears roebuck co".
    """
    return " ".join(_tokens(text))


@lru_cache(4096)
def same_name(one: str, other: str) -> bool | None:
    """Whether two spellings name the same registrant; None when that cannot be told.

    None stands for what a conformed name may hide: a rare abbreviation, an acronym, the cut at 60 characters, a
    legal form or a loose word missing on one side.
    """
    first, second = _tokens(one), _tokens(other)
    if not first or not second:
        return None
    if _joined(first) == _joined(second):
        return True
    first_core, first_forms = _split_forms(first)
    second_core, second_forms = _split_forms(second)
    if not first_forms and not second_forms and not _is_no_person(first + second) and same_person(one, other):
        # Two full words make a person; a third one may as well make a subsidiary.
        return True if len(_words(first)) == len(_words(second)) else None
    cores = _same_core(first_core, second_core, _folded(one) or _folded(other))
    if cores is False:
        return _doubt(one, other, first, second)
    forms = _same_forms(first_forms, second_forms)
    if cores is None or forms is None:
        return None
    return forms


def telling_words(name: str) -> tuple[str, ...]:
    """Return the comparable words of *name* without the legal forms at its end: ALPHA WIDGETS of Alpha Widgets, Inc."""
    words = normal_name(name).split()
    while words and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(words)


@lru_cache(4096)
def names_another(text: str, name: str) -> bool:
    """Whether *text* begins or ends with *name* and names another organisation too: ALPHA TRUST 2002-A ALPHA CORP."""
    every, known = _tokens(text), _tokens(name)
    if len(known) < 2 or len(every) <= len(known):
        return False
    rest = every[len(known) :] if every[: len(known)] == known else every[: -len(known)]
    return (every[: len(known)] == known or every[-len(known) :] == known) and (
        len(rest) > 1 and not LEGAL_FORMS.isdisjoint(rest[1:])
    )


@lru_cache(4096)
def is_series_of(one: str, other: str) -> bool:
    """Whether one of two names is the other with a series of its securities behind it: ALPHA CORP SERIES 2000-1.

    Both may have it, each in words of its own: ALPHA TRUST 2000-1 and Alpha Trust Pass-Through Certificates, Series
    2000-1.
    """
    shorter, longer = sorted((_tokens(one), _tokens(other)), key=len)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shorter, longer, strict=False)))
    rest, further = longer[shared:], shorter[shared:]
    numbers = _numbered(rest)
    if shared < 2 or not numbers or _SERIES.isdisjoint(rest):
        return False
    return not further or (numbers == _numbered(further) and not set(further).difference(numbers, _OF_SECURITIES))


def _numbered(tokens: Sequence[str]) -> list[str]:
    """Return those of *tokens* that have a figure."""
    return [token for token in tokens if any(map(str.isdigit, token))]


def same_person(one: str, other: str) -> bool | None:
    """Whether two spellings name the same person: SMITH JOHN A and John A. Smith; None when that cannot be told."""
    first, first_generation = _person(one)
    second, second_generation = _person(other)
    if not first or not second or max(len(first), len(second)) > 6:
        return None
    if first_generation and second_generation and first_generation != second_generation:
        return False
    if sorted("".join(first)) == sorted("".join(second)):
        return True
    common = Counter(first) & Counter(second)
    ours, theirs = list((Counter(first) - common).elements()), list((Counter(second) - common).elements())
    for token in tuple(ours):
        initial = next((each for each in theirs if token[0] == each[0] and 1 in (len(token), len(each))), None)
        if initial is not None:
            ours.remove(token)
            theirs.remove(initial)
    shared = _words(tuple(common.elements()))
    if not shared:
        return False
    if ours and theirs:
        return None if len(shared) > 1 or any(_alike(each, theirs) for each in ours) else False
    left = ours or theirs
    return True if len(shared) > 1 and len(left) <= 2 and len(_words(left)) <= 1 else None


@lru_cache(8192)
def _tokens(text: str) -> tuple[str, ...]:
    text = text[:_LONGEST].strip()
    if formerly := _FORMERLY.search(text):
        text = text[: formerly.start()]
    for _ in range(3):
        text = _EDGAR_SUFFIX.sub("", text)
    # Typographic apostrophes and those of possessives are alike; EDGAR leaves them out.
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").lower().translate(_LETTERS))
    plain = "".join(each for each in plain if not unicodedata.combining(each)).replace("'", "")
    words: list[str] = []
    for raw in _TOKEN.findall(plain):
        token = raw.replace(".", "").replace("&", "") if raw not in "&+" else "and"
        if raw.count(".") > 1 and token not in LEGAL_FORMS and len(token) <= 4:
            words.extend(token)
        else:
            words.append(token)
    words = _merge_letters(words)
    line = f" {' '.join(words)} "
    for phrase, short in PHRASES:
        line = line.replace(f" {phrase} ", f" {short} ")
    words = [SHORT.get(word, word) for word in line.split() if word not in ("the", "and")]
    return tuple(words)


def _long(token: str) -> str:
    return LONG.get(token, token)


def _joined(tokens: Sequence[str]) -> str:
    """Return the words as one: EDGAR joins and parts them as it likes."""
    return "".join(map(_long, tokens))


def _is_no_person(tokens: Sequence[str]) -> bool:
    return len(tokens) > 8 or any(not each.isalpha() or each in NO_PERSON for each in tokens)


def _words(tokens: Sequence[str]) -> list[str]:
    return [each for each in tokens if len(each) > 1]


def _merge_letters(words: list[str]) -> list[str]:
    """Join single letters that together are a legal form (N V, L L C)."""
    made: list[str] = []
    for word in words:
        made.append(word)
        for length in (4, 3, 2):
            tail = made[-length:]
            if len(tail) == length and len(made) > length and all(len(each) == 1 for each in tail):
                joined = "".join(tail)
                if joined in LEGAL_FORMS and joined not in ("as", "se"):
                    made[-length:] = [joined]
                    break
    return made


def _split_forms(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    core = list(tokens)
    if len(core) > 2 and core[-1] in ROMAN and core[-2] in LEGAL_FORMS:  # "Alpha Properties Limited Partnership - XV"
        core[-2:] = [core[-1], core[-2]]
    forms = set()
    while len(core) > 1 and (core[-1] in LEGAL_FORMS or (core[-1] == "de" and "cv" in forms)):
        forms.add(core.pop())
    return tuple(core), frozenset(forms - {"de"})


def _same_forms(first: frozenset[str], second: frozenset[str]) -> bool | None:
    if first == second:
        return True
    if first <= second or second <= first:
        return None
    return False if first | second <= AMERICAN_FORMS else None


def _same_core(first: tuple[str, ...], second: tuple[str, ...], folded: bool) -> bool | None:
    if _is_made_of(_joined(first), second) or _is_made_of(_joined(second), first):
        return True
    grade = _align(first, second, folded)
    return {0: True, 1: None}.get(grade, False)


def _is_made_of(whole: str, tokens: Sequence[str]) -> bool:
    """Whether *whole* is *tokens* in any order, as where the surname was put first: EXAMPLE J C for J.C. Example."""
    words = [_long(token) for token in tokens]
    if len(words) > 10 or sum(map(len, words)) != len(whole):
        return False
    # Sets of used words, as bits: the letters they cover follow from the set, so few sets are ever seen twice.
    reached = {0: 0}
    for _ in words:
        reached = {
            used | 1 << at: end + len(word)
            for used, end in reached.items()
            for at, word in enumerate(words)
            if not used >> at & 1 and whole.startswith(word, end)
        }
    return bool(reached)


def _align(first: Sequence[str], second: Sequence[str], folded: bool) -> int:
    """Return the worst step of the best alignment: 0 the same, 1 perhaps, 2 not the same."""
    if max(len(first), len(second)) > 40:
        return 1
    rows, columns = len(first), len(second)
    best = [[2] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0
    for i in range(rows + 1):
        for j in range(columns + 1):
            here = best[i][j]
            if here == 2:
                continue
            if i < rows:
                best[i + 1][j] = min(best[i + 1][j], max(here, _missing(first[i])))
            if j < columns:
                best[i][j + 1] = min(best[i][j + 1], max(here, _missing(second[j])))
            if i < rows and j < columns:
                grade = max(here, _grade(first[i], second[j], folded))
                best[i + 1][j + 1] = min(best[i + 1][j + 1], grade)
            for step in (2, 3):
                if i < rows and j + step <= columns and _long(first[i]) == _joined(second[j : j + step]):
                    best[i + 1][j + step] = min(best[i + 1][j + step], here)
                if j < columns and i + step <= rows and _long(second[j]) == _joined(first[i : i + step]):
                    best[i + step][j + 1] = min(best[i + step][j + 1], here)
    return best[rows][columns]


def _missing(token: str) -> int:
    return 1 if token in LOOSE or token in LEGAL_FORMS else 2


def _grade(one: str, other: str, folded: bool) -> int:
    if one == other or other in MANY.get(one, ()) or one in MANY.get(other, ()):
        return 0
    if folded and _without_e(one) == _without_e(other):
        return 0
    if one in ROMAN and other in ROMAN:
        return 2
    short, long = sorted((one, other), key=len)
    if long in (short + "s", short + "es") or (short[:-1] == long[:-3] and short[-1:] == "y" and long[-3:] == "ies"):
        return 1
    if misspelt(long, _long(short)):
        return 2
    if short[0] == long[0] and short.isalpha() and len(short) <= 0.75 * len(long) and _is_within(short, long):
        return 1
    return 2


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _doubt(one: str, other: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool | None:
    """Return None for names that a cut, an acronym or a former name may explain, else False."""
    keys = _joined(first), _joined(second)
    for text, key, whole in ((one, keys[0], keys[1]), (other, keys[1], keys[0])):
        if len(text.strip()) >= _CUT and (whole.startswith(key) or _agree_until_cut(key, whole)):
            return None
    for short, long in ((first, second), (second, first)):
        words = [each for each in long if each not in LEGAL_FORMS]
        acronym = "".join(_split_forms(short)[0])
        if len(words) > 2 and acronym in ("".join(each[0] for each in words), "".join(each[0] for each in long)):
            return None
    for text, tokens in ((one, second), (other, first)):
        formerly = _FORMERLY.search(text[:_LONGEST])
        if formerly and _joined(_tokens(text[formerly.end() :].strip(" ():,."))) == _joined(tokens):
            return None
    return False


def _agree_until_cut(key: str, whole: str) -> bool:
    agree = next((at for at, (a, b) in enumerate(zip(key, whole, strict=False)) if a != b), min(len(key), len(whole)))
    return agree >= 0.8 * len(key)


def _person(text: str) -> tuple[tuple[str, ...], str]:
    tokens = [each for each in _tokens(text) if each not in TITLES]
    generation = next((each for each in tokens if each in GENERATIONS), "")
    return tuple(each for each in tokens if each != generation), generation


def _alike(token: str, others: list[str]) -> bool:
    """Whether *token* may be a short, familiar or mistyped form of one of *others*."""
    from rapidfuzz.distance import Levenshtein  # wanted for persons only, and slow to load

    return any(
        other.startswith(token)
        or token.startswith(other)
        or token[:3] == other[:3]
        or Levenshtein.distance(token, other) <= 2
        or any({token, other} <= family for family in FAMILIAR)
        for other in others
    )


def _folded(text: str) -> bool:
    return not text.isascii()


def _without_e(token: str) -> str:
    return token.replace("ae", "a").replace("oe", "o").replace("ue", "u")
