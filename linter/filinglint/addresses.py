"""Telephones, streets, cities, states, taxpayer and file numbers, compared by what they mean.

Each pair of functions gives a normal form (None when the text has none) and a comparison that answers True, False
or None for what cannot be told: one side is missing, or the difference may be one of spelling.
"""

import re
import unicodedata
from functools import lru_cache

from filinglint.patterns import pattern
from filinglint.tables.file_numbers import file_number_prefix
from filinglint.tables.places import code_of, codes_of, place

_LONGEST = 300

_EXTENSION = pattern(r"(?<![A-Za-z])(?:extension|extn?|x)\s{0,3}[.:#]?\s{0,3}\d{1,6}\b.{0,200}\Z", re.IGNORECASE)
_NUMBER = pattern(
    r"(?<![A-Za-z0-9])(?:\+?1[\s.\-/]{0,3})?\(?([2-9]\d\d)\)?[\s.\-–—/]{0,4}(\d{3})[\s.\-–—]{0,3}(\d{4})(?!\d)"
)
_VANITY = pattern(
    r"(?<![A-Za-z0-9])(?:\+?1[\s.\-]{0,3})?\(?(8(?:00|33|44|55|66|77|88))\)?[\s.\-–—]{0,3}((?:[A-Z0-9][\s.\-–—]?){7,12})(?![A-Za-z0-9])"
)
_KEYS = {
    letter: digit
    for digit, letters in zip("23456789", "ABC DEF GHI JKL MNO PQRS TUV WXYZ".split(), strict=True)
    for letter in letters
}


def _spellings(table: str) -> dict[str, str]:
    """Return spelling -> short form from entries "short spelling spelling" between semicolons."""
    entries = (entry.split() for entry in table.split(";"))
    return {spelling: short for short, *spellings in entries for spelling in spellings}


_SHORT = _spellings(
    """
    st street str saint sainte; ave avenue av avenida; blvd boulevard boul; rd road; dr drive drv; ln lane;
    ct court; pl place; plz plaza plza; sq square; pkwy parkway pky pkway parkwy; hwy highway hiway hgwy;
    expy expressway expwy; fwy freeway frwy; ter terrace terr; cir circle circ; trl trail; tpke turnpike tpk tnpk;
    ctr center centre cntr; bldg building; twr tower towers twrs; pk park; n north; s south; e east; w west;
    ne northeast; nw northwest; se southeast; sw southwest; ft fort; mt mount; mtn mountain; rt route rte;
    xing crossing; way wy; rdg ridge; hls hills; hts heights; corp corporate; intl international; natl national;
    co company; ste suit suite suites st3; rm room; fl floor flr floors; apt apartment; dept department;
    ms mailstop; 1st first; 2nd second; 3rd third; 4th fourth; 5th fifth; 6th sixth; 7th seventh; 8th eighth;
    9th ninth; 10th tenth; 11th eleventh; 12th twelfth; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven;
    8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve; 20 twenty; 30 thirty; 40 forty; 50 fifty; 100 hundred
    """
)
_UNITS = frozenset({"ste", "fl", "rm", "unit", "apt", "dept", "ms", "bldg", "#"})
_KINDS = frozenset("st ave blvd rd dr ln ct pl plz sq pkwy hwy expy fwy ter cir trl tpke way loop rt xing".split())
_DIRECTIONS = frozenset("n s e w ne nw se sw".split())
_BOX = pattern(
    r"\b(?:p\s{0,2}o\s{0,2}|post\s{1,3}office\s{1,3}|gpo\s{1,3})?(?:box|drawer)\s{1,3}(?:no\s{1,3})?(\w{1,12})\b"
)
_ORDINAL = pattern(r"(\d{1,3})(?:st|nd|rd|th)")

_CITY = _spellings(
    """
    st saint sainte; ft fort; mt mount; n north; s south; e east; w west; hts heights; spgs springs; bch beach;
    jct junction; vlg village; pt point; twp township; pk park; ctr center centre; cty city; mtn mountain
    """
)

_FILE_NUMBER = pattern(
    r"(?<![A-Za-z0-9.,$\-–—])(24R|\d{1,3})\s{0,3}[-–—‐‑‒]\s{0,3}(\d{1,6})(?:[-–—‐‑‒]([A-Za-z0-9]{1,4}))?(?![A-Za-z0-9]|[-–—‐‑‒.,/]\d)",
    re.IGNORECASE,
)
_FOREIGN = pattern(r"\+\s{0,2}(?!1\b|1[\s.(\-/]|1[2-9]\d{9})\d|(?<!\d)011[\s.\-\d]")
_ZIP = pattern(r"(\d{5})(?:[\s\-–—]{0,3}\d{4})?")
_EIN = pattern(r"\D{0,60}?(?:(\d{1,2})\s{0,2}[-–—‐‑]\s{0,2}(\d{7})|(\d{2}) (\d{7})|(\d{8,9}))\D{0,40}")
_ALWAYS_FILE_NUMBERS = frozenset({"000", "001", "002", "033", "333", "811", "24R"})


@lru_cache(4096)
def normal_phone(text: str) -> str | None:
    """Return the ten digits of an American telephone number in *text*, or all digits of a foreign one.

    Extensions are dropped and letters read as keys. None when there is no number with its area code, or several.
    """
    text = _EXTENSION.sub("", text[:_LONGEST].strip())
    if _FOREIGN.search(text):
        digits = re.sub(r"\D", "", text)
        digits = digits.removeprefix("011") if "+" not in text else digits
        return digits if 8 <= len(digits) <= 15 else None

    found = {"".join(match.groups()) for match in _NUMBER.finditer(text)}
    if not found and (match := _VANITY.search(text.upper())):
        keys = "".join(_KEYS.get(each, each) for each in match[2] if each.isalnum())
        found = {match[1] + keys[:7]}
    if found:
        return found.pop() if len(found) == 1 else None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits[0] == "1" and digits[1] not in "01":
        return digits[1:]
    return digits if 8 <= len(digits) <= 15 and len(set(digits)) > 1 else None


def same_phone(one: str, other: str) -> bool | None:
    """Whether two texts give the same telephone number; None for foreign numbers written in two ways."""
    first, second = normal_phone(one), normal_phone(other)
    if first is None or second is None:
        return None
    if first == second:
        return True
    if _is_american(first) and _is_american(second):
        return False
    if first.lstrip("0")[-8:] == second.lstrip("0")[-8:]:
        return True
    return False if first[-4:] != second[-4:] and len(first) == len(second) else None


def _is_american(digits: str) -> bool:
    return len(digits) == 10 and digits[0] in "23456789"


def normal_street(text: str) -> str:
    """Return a street address as comparable words: lower case, postal abbreviations, figures for number words."""
    main, units, box = _street(text)
    parts = [*main, *(f"{kind} {value}" for kind, value in sorted(units.items()))]
    return " ".join([*parts, f"po box {box}"] if box else parts)


@lru_cache(4096)
def same_street(one: str, other: str) -> bool | None:
    """Whether two street addresses (all their lines) are the same place.

    A suite, floor, box or the name of a building that only one side gives is no difference. None when a street's
    kind or direction is missing, only one side has a number, or one gives a box and the other a street.
    """
    first, first_units, first_box = _street(one)
    second, second_units, second_box = _street(other)
    if not first or not second:
        if first_box and second_box:
            return first_box == second_box
        return None
    if any(second_units.get(kind, value) != value for kind, value in first_units.items()):
        return None if _same_main(first, second) is None else False
    return _same_main(first, second)


def _same_main(first: list[str], second: list[str]) -> bool | None:
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
    short, long = sorted((first, second), key=len)
    if _has_number(short) and len(short) > 1 and _contains(long, short):
        # 100 Main within 100 Main St leaves the kind open; 100 Main St within "Example Tower 100 Main St" does not.
        rest = _rest(long, short)
        return None if rest and rest[0] in _KINDS | _DIRECTIONS and short[-1] not in _KINDS else True
    if _has_number(first) != _has_number(second):
        return None
    if _has_number(first):
        return _same_numbered(first, second)
    if set(short) <= set(long) or _similar(" ".join(first), " ".join(second)):
        return None
    return False


def _same_numbered(first: list[str], second: list[str]) -> bool | None:
    """Whether two streets with house numbers, in other words, are plainly not the same; None when they may be."""
    if not _house_numbers(first) & _house_numbers(second):
        return False
    bare, other_bare = ([each for each in main if each not in _KINDS | _DIRECTIONS] for main in (first, second))
    if bare != other_bare:
        return None if _similar(" ".join(bare), " ".join(other_bare)) else False
    kinds, other_kinds = (_KINDS.intersection(main) for main in (first, second))
    ways, other_ways = (_DIRECTIONS.intersection(main) for main in (first, second))
    if kinds and other_kinds and not kinds & other_kinds:
        return False
    return False if ways and other_ways and ways != other_ways else None


def _street(text: str) -> tuple[list[str], dict[str, str], str]:
    """Return the words of the street, its units (suite, floor, ...) by kind, and the number of a post office box."""
    line = _plain(text.replace("#", " ste ")).replace(" & ", " ")
    box = ""
    if found := _BOX.search(line):
        box = found[1]
        line = line[: found.start()] + " " + line[found.end() :]
    words = [_SHORT.get(word, word) for word in line.split() if word not in ("the", "and", "no", "number", "attn")]
    main: list[str] = []
    units: dict[str, str] = {}
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in _UNITS and after and (any(each.isdigit() for each in after) or len(after) <= 2) and at > 0:
            units[word] = _bare_ordinal(after)
            at += 2
        elif after in ("fl", "rm") and at > 0 and _bare_ordinal(word).isdigit():
            units[after] = _bare_ordinal(word)
            at += 2
        else:
            main.append(word)
            at += 1
    return main, units, box


def _bare_ordinal(word: str) -> str:
    found = _ORDINAL.fullmatch(word)
    return found[1] if found else word


def _contains(long: list[str], short: list[str]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _rest(long: list[str], short: list[str]) -> list[str]:
    at = next(at for at in range(len(long)) if long[at : at + len(short)] == short)
    return long[at + len(short) :]


def _has_number(words: list[str]) -> bool:
    return any(word[0].isdigit() for word in words)


def _house_numbers(words: list[str]) -> set[str]:
    return {word for word in words if word[0].isdigit() and not _ORDINAL.fullmatch(word)} or set(words)


def normal_zip(text: str) -> str | None:
    """Return the five digits of a ZIP code, or a foreign code in capitals without blanks; None without digits."""
    text = text[:_LONGEST].strip().upper()
    if found := _ZIP.fullmatch(text):
        return found[1]
    code = "".join(each for each in text if each.isalnum())
    return code if any(each.isdigit() for each in code) and len(code) <= 12 else None


@lru_cache(4096)
def same_zip(one: str, other: str) -> bool | None:
    """Whether two postal codes are the same, the four digits of ZIP+4 and a lost leading zero aside."""
    first, second = normal_zip(one), normal_zip(other)
    if first is None or second is None:
        return None
    return first.zfill(5) == second.zfill(5) if first.isdigit() and second.isdigit() else first == second


@lru_cache(4096)
def same_city(one: str, other: str) -> bool | None:
    """Whether two names of cities are the same; None when one may be short for the other."""
    first, second = _city(one), _city(other)
    if not first or not second:
        return None
    if "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long):
        return None
    if len(first) == len(second) and all(_may_be_short(a, b) for a, b in zip(first, second, strict=True)):
        return None
    return None if _similar(" ".join(first), " ".join(second)) else False


def _city(text: str) -> list[str]:
    words = [_CITY.get(word, word) for word in _plain(text).split() if word != "the"]
    if len(words) > 1 and words[-1] in ("dc", "cty") and words[0] in ("washington", "new"):
        words.pop()
    return words


def _may_be_short(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short[0] != long[0]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


@lru_cache(4096)
def same_state(stated: str, code: str) -> bool | None:
    """Whether what a cover states as state or country is the one under EDGAR's *code*.

    None when either is unknown, the code is retired, or the words hold more than a name and this is not in them.
    """
    known = place(code)
    text = stated[:_LONGEST].strip()
    if known is None or known.kind in ("unknown", "retired") or not text:
        return None
    codes = codes_of(text)
    if not codes:
        within = {named for part in re.split(r"[,;/()\n]|\band\b|\bof\b", text) if (named := code_of(part))}
        return True if known.code in within else None
    if known.code in codes:
        return True
    countries = {found.iso for each in codes if (found := place(each))}
    # A country for one of its own states is less exact, not another place.
    return None if known.iso in countries and {"X1", "Z4"} & (codes | {known.code}) else False


@lru_cache(4096)
def normal_ein(text: str) -> str | None:
    """Return the nine digits of an employer identification number; None for placeholders and other texts.

    Eight plain digits have lost a leading zero, as in headers of 2000.
    """
    found = _EIN.fullmatch(text[:_LONGEST].strip())
    if not found:
        return None
    digits = "".join(group for group in found.groups() if group).zfill(9)
    return digits if len(set(digits)) > 1 else None


def same_ein(one: str, other: str) -> bool | None:
    """Whether two texts give the same employer identification number; None when one gives none."""
    first, second = normal_ein(one), normal_ein(other)
    return None if first is None or second is None else first == second


def find_file_numbers(text: str) -> tuple[str, ...]:
    """Return the SEC file numbers in *text* in normal form, in order, each once: 001-03579, 333-12345-01."""
    found: dict[str, None] = {}
    for match in _FILE_NUMBER.finditer(text[:20_000]):
        prefix, number, suffix = match[1].upper().zfill(3), match[2], (match[3] or "").upper()
        if file_number_prefix(prefix) is None or not number.strip("0"):
            continue
        is_telephone = len(match[1]) == 3 and len(number) == 3 and len(suffix) == 4
        is_date = prefix not in _ALWAYS_FILE_NUMBERS and len(number) <= 2
        if not (is_telephone or is_date):
            found[f"{prefix}-{number.lstrip('0').zfill(5)}" + (f"-{suffix}" if suffix else "")] = None
    return tuple(found)


@lru_cache(4096)
def normal_file_number(text: str) -> str | None:
    """Return the one SEC file number that *text* gives, as 001-03579; None when it gives none, or several."""
    found = find_file_numbers(text)
    return found[0] if len(found) == 1 else None


def same_file_number(one: str, other: str) -> bool | None:
    """Whether two texts give the same file number; None when one gives none, several, or lacks the suffix."""
    first, second = normal_file_number(one), normal_file_number(other)
    if first is None or second is None:
        return None
    if first == second:
        return True
    head, other_head = first.split("-"), second.split("-")
    return None if head[:2] == other_head[:2] and len(head) != len(other_head) else False


def _plain(text: str) -> str:
    """Return *text* in lower case with letters, digits and single blanks only."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].lower())
    kept = [each if each.isalnum() else " " for each in plain if each not in "'’." and not unicodedata.combining(each)]
    return " ".join("".join(kept).split())


def _similar(one: str, other: str) -> bool:
    """Tell whether 85 of 100 characters of both, together, are those of their longest common subsequence."""
    # rapidfuzz knows it too, and takes longer to load than all else that a cover asks for. Source: Hyyrö (2004),
    # "Bit-parallel LCS-length computation revisited".
    places: dict[str, int] = {}
    for number, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << number
    every = left = (1 << len(one)) - 1
    for character in other:
        met = left & places.get(character, 0)
        left = (left + met | left - met) & every
    common = len(one) - left.bit_count()
    return 200 * common >= 85 * (len(one) + len(other))
