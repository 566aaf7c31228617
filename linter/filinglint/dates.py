"""Dates as filings spell them.

Read are month names in full, short or often misspelled, before or after the day; numbers in American order
(day first only where American order is impossible), ISO 8601 and EDGAR's YYYYMMDD; and the words of notarial
dates ("the fourteenth day of December, two thousand and four"). A month with a year alone is no date.
"""

import re
from collections.abc import Iterator
from datetime import date
from heapq import merge
from operator import attrgetter

from filinglint.frozen import dataclass
from filinglint.patterns import pattern

MONTHS = tuple("January February March April May June July August September October November December".split())


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date spelled at ``source[start:end]``, code points from 0; *date* is None when no calendar has it."""

    start: int
    end: int
    date: date | None
    text: str


def _numbered(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), 1)}


_MONTHS = _numbered(" ".join(MONTHS).lower())
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
# Spellings met in filings; a misspelled month still tells the date.
_MONTHS |= dict.fromkeys(("janurary", "januray", "janaury"), 1)
_MONTHS |= dict.fromkeys(("febuary", "feburary", "februrary"), 2)
_MONTHS |= {"apirl": 4, "arpil": 4, "augest": 8, "agust": 8}
_MONTHS |= dict.fromkeys(("septmber", "septemeber", "setpember", "spetember"), 9)
_MONTHS |= dict.fromkeys(("ocotber", "octobor"), 10)
_MONTHS |= dict.fromkeys(("novemeber", "novmber", "novembr"), 11)
_MONTHS |= dict.fromkeys(("decemeber", "decmber", "decembr", "deceber"), 12)

_NUMBERS = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS["oh"] = 0
_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS["thirtieth"] = 30

_BLANK = r"[\s\u200b\ufeff]"
_GAP = _BLANK + "{0,40}"
# What may be a month; whether it is one is looked up.
_MONTH = rf"(?i:{'|'.join(sorted({name[:3] for name in _MONTHS}))})[A-Za-z]{{0,7}}(?![^\W\d_])"
_YEAR = r"(?:1[6-9]|2[01])[0-9]{2}(?![0-9])"
_SUFFIX = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
# What stands between the day and the year, or the month and the year: never nothing.
_COMMA = rf"(?:{_BLANK}{{1,40}}(?:[,.]{_GAP})?|[,.]{{1,2}}{_GAP})"
_AND = rf"(?:{_GAP}(?:-|–|—|&|/){_GAP}|,?{_BLANK}{{1,40}}(?:and|to|through|or){_BLANK}{{1,40}}|,{_GAP})"

# Each date but the notarial ones is found at its first digit, which is rare in prose: the expression starts
# with a plain set so that the search skips to it, a glance ahead drops most numbers, and the month before a
# day is looked up backwards only then.
_DIGITS = pattern(
    rf"""[0-9](?<![0-9][0-9])
    (?=[0-9]?(?:[A-Za-z]{{2}})?(?:{_COMMA}(?:[0-9]{{4}}|['’])|[\s,]{{0,40}}[\-–—&/.'’JFMASONDjfmasondt])|[0-9]{{3}})
    (?:
      [0-9]?{_SUFFIX}{_COMMA}(?P<year>{_YEAR})
    | (?<![/.\-][0-9])[0-9]?(?P<mark>[/.\-])[0-9]{{1,2}}(?P=mark)
      (?P<numeric_year>(?:1[6-9]|2[01])[0-9]{{2}}|[0-9]{{2}})(?![0-9]|[/\-][0-9]|\.[0-9])
    | (?<![/.\-][0-9])[0-9]{{3}}(?P<iso_mark>[/\-])[0-9]{{1,2}}(?P=iso_mark)[0-9]{{1,2}}(?![0-9]|[/\-][0-9])
    | (?<![\w.,\-/$][0-9])(?P<compact>[0-9]{{7}})(?![\w\-/]|[.,][0-9])
    | (?<![\w.,/$\-][0-9])[0-9]?{_SUFFIX}
      (?:[^\S\n]{{0,20}}\n?[^\S\n]{{0,20}}|{_BLANK}{{1,10}}of{_BLANK}{{1,10}}|[-/])(?=[JFMASONDjfmasond])(?P<month>{_MONTH})\.?
      (?:,?{_BLANK}{{1,40}}|,|-|/|(?<=\.))(?P<day_first_year>{_YEAR}|(?<=[\-/])[0-9]{{2}}(?![0-9]))
    | [0-9]?{_SUFFIX}(?={_AND}(?:{_MONTH}\.?{_GAP})?[0-9]{{1,2}}{_SUFFIX}
      (?:{_AND}(?:{_MONTH}\.?{_GAP})?[0-9]{{1,2}}{_SUFFIX})?{_COMMA}(?P<later_year>{_YEAR}))
    | [0-9]?{_SUFFIX},?{_GAP}['’](?P<short_year>[0-9]{{2}})(?![0-9])
    | (?<=-[0-9])[0-9]?-(?P<hyphen_year>[0-9]{{4}}|[0-9]{{2}})(?![0-9\-])
    )""",
    re.VERBOSE,
)
_FARTHEST_MONTH = 64

# A literal head is searched many times faster than a set of letters.
_DAY_OF = {day: pattern(rf"{day}{_BLANK}{{1,40}}[Oo][Ff]{_BLANK}{{1,40}}") for day in ("day", "DAY", "Day")}
_ORDINAL_BEFORE = pattern(
    rf"(?<![^\W_])(?:([0-9]{{1,2}}){_BLANK}?{_SUFFIX}|(?i:(twenty|thirty)[\s\-]{{1,5}})?"
    rf"(?i:({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})))[\s\u200b_]{{0,40}}\Z"
)
_NUMBER_WORD = rf"(?i:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_MONTH_AFTER = pattern(
    rf"({_MONTH})\.?(?:,?{_BLANK}{{1,40}}|,)(?i:(?:in|of){_BLANK}{{1,10}}the{_BLANK}{{1,10}}year{_BLANK}{{1,10}})?"
    rf"(?:A\.?D\.?,?{_GAP})?(?:({_YEAR})|(?i:(two{_BLANK}{{1,10}}thousand)|(nineteen|twenty)(?:{_BLANK}{{1,10}}hundred)?)"
    rf"(?:[\s\-,]{{1,10}}(?:and{_BLANK}{{1,10}})?({_NUMBER_WORD})(?:[\s\-]{{1,5}}({_NUMBER_WORD}))?)?(?![^\W_]))"
)

_WEEKDAY = pattern(rf"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?{_BLANK}{{1,40}}")
_EDGES = " \t\r\n\f\v\u00a0\u200b\ufeff.,;:_()[]*"
_SHORT_DOTTED = pattern(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates spelled in *text*, in reading order, none overlapping another.

    The first of several days that share a year ("December 14 and 17, 2004") is found, without the year's
    words; the later ones only where they name their month. A day that its month lacks (June 31, 2004) is
    found with the date None.
    """
    end = 0
    dates = _digit_dates(text)
    days = [expression for day, expression in _DAY_OF.items() if day in text]
    for found in merge(dates, _notarial_dates(text, days), key=attrgetter("start")) if days else dates:
        if found.start >= end:
            yield found
            end = found.end


def parse_date(text: str) -> date | None:
    """Return the date that the whole of *text* spells, or None when it is none, or holds anything more.

    A weekday, an article and punctuation around the date are no more than the date.
    """
    if len(text) == 8 and text.isdigit() and text.isascii():
        return _calendar(int(text[:4]), int(text[4:6]), int(text[6:]))
    text = text[:400].strip(_EDGES)
    if weekday := _WEEKDAY.match(text):
        text = text[weekday.end() :]
    if dotted := _SHORT_DOTTED.fullmatch(text):
        return _numeric(int(dotted[1]), int(dotted[2]), _century(dotted[3]))
    for article in ("the ", "this ", "The ", "This "):
        text = text.removeprefix(article)
    found = next(find_dates(text), None)
    if found is None or (found.start, found.end) != (0, len(text)):
        return None
    return found.date


def _digit_dates(text: str) -> Iterator[FoundDate]:
    for match in _DIGITS.finditer(text):
        found = _read_digits(text, match)
        if found is not None:
            yield found


def _read_digits(text: str, match: re.Match[str]) -> FoundDate | None:
    kind, words = match.lastgroup, match[0]
    start, end = match.span()
    if kind in ("year", "later_year", "short_year", "hyphen_year"):
        before = _month_before(text, start)
        if before is None or (kind == "hyphen_year" and text[start - 1] != "-"):
            return None
        month, start = before
        value = _calendar(_year(match[kind]), month, _leading_number(words))
    elif kind == "day_first_year":
        month = _MONTHS.get(match["month"].lower(), 0)
        if not month:
            return None
        value = _calendar(_year(match[kind]), month, _leading_number(words))
    elif kind == "compact":
        value = _calendar(int(words[:4]), int(words[4:6]), int(words[6:]))
        # Eight digits are seldom a date: only a real one of the time of the SEC counts.
        if value is None or not 1930 <= value.year <= 2099:
            return None
    elif kind == "iso_mark":
        year, first, second = words.split(match[kind])
        if not "1600" <= year <= "2199" or not 1 <= int(first) <= 12:
            return None
        value = _calendar(int(year), int(first), int(second))
    else:
        mark, year = match["mark"], match["numeric_year"]
        if mark == "." and len(year) == 2:  # as likely the number of a section
            return None
        first, second, _ = words.split(mark)
        value = _numeric(int(first), int(second), _year(year))
        # A day that its month lacks is a mistake; parts that fit no date at all are a fraction or a number.
        if value is None and not (1 <= int(first) <= 12 and 29 <= int(second) <= 31):
            return None
    return FoundDate(start, end, value, text[start:end])


def _year(words: str) -> int:
    return int(words) if len(words) == 4 else _century(words)


def _month_before(text: str, end: int) -> tuple[int, int] | None:
    """Return the number of the month named just before *end*, and where its name starts."""
    start = max(0, end - _FARTHEST_MONTH)
    for _ in range(2):  # the name, or "the" and the name
        marks = 0
        while end > start and not text[end - 1].isalnum() and marks < 3:
            marks += text[end - 1] in ",.-"
            if not (text[end - 1] in ",.-\u200b\ufeff" or text[end - 1].isspace()):
                return None
            end -= 1
        name = end
        while name > start and text[name - 1].isalpha():
            name -= 1
        word = text[name:end].lower()
        if word != "the":
            break
        end = name
    month = _MONTHS.get(word)
    if month is None or (name > 0 and text[name - 1].isdigit()):
        return None
    return month, name


def _notarial_dates(text: str, days: list[re.Pattern[str]]) -> Iterator[FoundDate]:
    for match in merge(*(day.finditer(text) for day in days), key=re.Match.start):
        window = text[max(0, match.start() - _FARTHEST_MONTH) : match.start()]
        before = _ORDINAL_BEFORE.search(window)
        after = _MONTH_AFTER.match(text, match.end())
        if before is None or after is None:
            continue
        if before[1]:
            day = int(before[1])
        else:
            day = (_NUMBERS[before[2].lower()] if before[2] else 0) + _ORDINALS[before[3].lower()]
        month_name, digits, two_thousand, hundred, tens, ones = after.groups()
        month = _MONTHS.get(month_name.lower())
        if month is None:
            continue
        if digits:
            year = int(digits)
        else:
            parts = [_NUMBERS[word.lower()] for word in (tens, ones) if word]
            if len(parts) == 2 and (parts[1] > 9 or parts[0] % 10):
                continue
            year = (2000 if two_thousand else _NUMBERS[hundred.lower()] * 100) + sum(parts)
        start = match.start() - len(window) + before.start()
        value = _calendar(year, month, day)
        yield FoundDate(start, after.end(), value, text[start : after.end()])


def _leading_number(words: str) -> int:
    return int(words[:2]) if words[1:2].isdigit() else int(words[0])


def _century(two_digits: str) -> int:
    year = int(two_digits)
    return 1900 + year if year >= 70 else 2000 + year


def _numeric(first: int, second: int, year: int) -> date | None:
    if first > 12 >= second:
        first, second = second, first
    return _calendar(year, first, second)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
