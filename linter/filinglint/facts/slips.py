"""Slips of the pen that a document was filed with: blanks left open, drafts' marks, words run together.

Most documents have no slip of a kind, and all of them are long: what is looked for is found by a single rare sign, by
plain search or by an expression that begins with that sign, which Python searches many times faster than any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property
from heapq import merge, nsmallest
from itertools import chain, islice, pairwise

from filinglint.dates import MONTHS
from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.documents.signs import Signs, sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50  # of one kind in one document: the rest says nothing new
# "[*]" and "[***]" mark what is left out by confidential treatment; "[_]" and "[ ]" are boxes to tick.
_BLANK = pattern(
    r"\[\$?\s{0,2}(?:[●•⚫]{1,3}|_{3,40}"
    r"|(?i:insert|describe|specify|tbd|tbc|to come|to be (?:provided|completed|inserted))(?![\w-])[^\[\]\n]{0,80}"
    r"|(?i:[a-z]{2,15}(?: [a-z]{2,15}){0,2} to (?:come|be (?:provided|completed|inserted|confirmed)))"
    r"|(?i:date|name|title|amount|address|company name|name of (?:company|registrant)))\s{0,2}\]"
)
# "$[__]", "$XX million", "$???", "June __, 2004", "20XX": blanks that no bracket marks, or that a box could be.
_MONEY = pattern(r"\$\s?(?:\[(?:\s{0,20}|__?)\]|X{2,8}(?:[.,]X{1,6}){0,3}(?![A-Za-z])|\?{2,8}(?![\w?]))")
_BEFORE_DAY = tuple(f"{month} " for month in MONTHS)
_DAY_LEFT = pattern(r"(?:X{1,2}|_{2,8}|\[[\s_●•]{0,8}\]), ?(?:20|19)[\dX_]{2}(?!\w)")
_BEFORE_PAGE = tuple(f"{word} {page} " for word in ("see", "See", "on") for page in ("page", "pages"))
_PAGE_LEFT = pattern(r"(?:_{2,8}|\[[\s_●•]{0,8}\])(?!\w|\s{0,3}of\b)")
_RUNS = {"[": pattern(r"\[+"), "X": pattern("X+"), "_": pattern("_+"), "?": pattern(r"\?+")}
_SAMPLE_WORDS = sign("orem ipsum dolor")
_SAMPLE = pattern(r"[Ll]orem (?i:ipsum dolor)")
_DRAFT = pattern(
    r"(?:(?:preliminary|confidential|working|internal) )?draft"
    r"(?: (?:of |dated |as of |version |copy )?[\d/.:, a-z-]{0,30})?"
    r"|[-–—* ]{0,4}draft[-–—* ]{0,4}(?:for discussion|subject to|not for|confidential).{0,80}",
    re.IGNORECASE,
)
_DRAFT_WORDS = (sign("DRAFT"), sign("Draft"))
_NOTE = pattern(
    r"\[(?:(?i:note to draft|ntd)\b|(?:Comment|COMMENT)\s?:)[^\[\]\n]{0,60}\]?|(?<=Comment )\[[A-Z]{1,4}\d{1,3}\]"
)
_ERROR = sign("Error! ")
_FIELD_ERROR = pattern(r"Error! (?:Reference source|Bookmark|Not a valid|No text of|Unknown)[^\n]{0,40}")
_MISREAD = pattern("â€.?|Ã[¢©¨¼¶±¤³¡\xad]|Â[§®©°·]|\ufffd|[ÕÆ](?<=[a-z][ÕÆ])(?=(?:s|t|re|ve|ll)\\b)")
# "Company?s", "(the ?Company?)": a question mark stands for the sign that an encoding does not have.
_LOST = pattern(
    r"\?(?:(?<=[A-Za-z]{2}\?)(?:s|t|re|ve|ll)(?![\w/=&.?-])"
    r"|(?:(?<=\(\?)|(?<=\([Tt]he \?))[A-Z][\w-]{0,30}(?: [\w-]{1,30}){0,4}\?(?=\)|,| or\b))"
)
_SHOWN = pattern(r"&(?:nbsp|amp|[lr][sd]quo|[nm]dash|#160|#82(?:1[1267]|2[01]));|</(?:p|b|i|font|td|div)>")
_SECURITY_CALL = pattern(r"(?i:social security n)|SSN")
_SECURITY_NUMBER = pattern(r"(?<!\d)(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
_LIKE_SECURITY_NUMBER = pattern("-(?<=[0-9]{3}-)[0-9]{2}-[0-9]{4}")
_YEARS_BEHIND_LETTERS = (pattern("9(?<=[a-z]19)[0-9]{2}"), pattern("2(?<=[a-z]2)0[0-9]{2}"))
_BEFORE_YEARS = frozenset(
    "in to of from and since by through until during for or before after the ended ending fiscal year".split()
).union(map(str.lower, MONTHS))
_ADDRESS = pattern(
    r"https?(?::/(?![/ ])|:///|//|:www)\S{0,30}|www(?:\.\.|,)\S{0,30}|@\.\S{0,30}"
    r"|@(?<=\w@)[\w-]{1,30}(?:\.[\w-]{1,30}){0,3},(?:com|org|net|edu|gov)\b"
)
# No address without one of these has a stroke too few or too many, nor a stop that is doubled or none.
_STROKES = (sign("p:/"), sign("s:/"), sign("p//"), sign("s//"))
_STROKE = pattern(r"[ps](?::/(?:[^/ ]|//|\Z)|//)")
_STOPS = (sign("p:www"), sign("s:www"), sign("www.."), sign("www,"))
_PARAGRAPH = 160
_BEGINNING = 60
_DOUBLED = {
    sign(f"{word} {word}"): pattern(rf"(?<![\w'’-]){word} {word}(?![\w'’-])") for word in "the of to and".split()
}


@dataclass(frozen=True)
class Slips:
    """The slips of one document, each with its words and in reading order, at most fifty of a kind.

    A kind is looked for when someone asks for it.
    """

    document: Document = field(repr=False)

    @cached_property
    def blanks(self) -> tuple[Located[str], ...]:
        """What was left to fill in, and words that only fill a page."""
        text = self.document.rendered.text
        return self._all(chain(_at(text, "[", _BLANK), _blanks(self.document.rendered.signs)))

    @cached_property
    def drafts(self) -> tuple[Located[str], ...]:
        """Notes to the draft, and lines that say no more than that this is one."""
        text = self.document.rendered.text
        return self._all(chain(_at(text, "[", _NOTE), _drafts(self.document.rendered.signs)))

    @cached_property
    def field_errors(self) -> tuple[Located[str], ...]:
        """What a word processor writes in place of a reference that it cannot follow."""
        return self._all(m.span() for m in self.document.rendered.signs.matches(_ERROR, _FIELD_ERROR))

    @cached_property
    def misread(self) -> tuple[Located[str], ...]:
        """Characters read in a wrong encoding."""
        text = self.document.rendered.text
        signs = () if text.isascii() else "âÃÂ\ufffdÕÆ"
        return self._all(chain(_lost(text), *(_at(text, sign, _MISREAD) for sign in signs)))

    @cached_property
    def shown(self) -> tuple[Located[str], ...]:
        """References and tags that the reader sees as they are written."""
        text = self.document.rendered.text
        html = self.document.body in (Body.HTML, Body.IXBRL)
        return self._all(chain(_at(text, "&", _SHOWN), _at(text, "<", _SHOWN))) if html else ()

    @cached_property
    def security_numbers(self) -> tuple[Located[str], ...]:
        """What calls a number a social security number, where one seems to stand: its words are the call alone."""
        return self._all(_security_numbers(self.document.rendered.text))

    @cached_property
    def joined(self) -> tuple[Located[str], ...]:
        """Words that usually stand before a year, run together with it."""
        return self._all(_joined(self.document.rendered.text))

    @cached_property
    def addresses(self) -> tuple[Located[str], ...]:
        """The beginnings of addresses on the internet that lead nowhere."""
        return self._all(_addresses(self.document.rendered.signs))

    @cached_property
    def repeated(self) -> tuple[tuple[Located[str], Located[str]], ...]:
        """Each long paragraph whose words stand twice in a row, with the first of the two."""
        rendered = self.document.rendered
        long = tuple(_long_lines(rendered.text))
        return (*_repeated(rendered, long), *islice(_run_together(rendered, long), _MOST))

    @cached_property
    def doubled(self) -> tuple[Located[str], ...]:
        """Words that stand twice in a row, as no sentence has them: "kicked in in May" has, and is left alone."""
        matches = self.document.rendered.signs.matches
        return self._all(m.span() for twice, words in _DOUBLED.items() for m in matches(twice, words))

    @cached_property
    def brackets(self) -> tuple[Located[str], ...]:
        """The last bracket of each long paragraph that opens more than it closes."""
        return self._all(_brackets(self.document.rendered))

    def _all(self, found: Iterable[tuple[int, int]]) -> tuple[Located[str], ...]:
        ranges = sorted(islice(found, _MOST))
        return tuple(self.document.rendered.located(start, end) for start, end in ranges)


@document_extractor("slips")
def slips(submission: Submission, document: Document) -> Slips:  # noqa: ARG001
    """Look for slips. Raises NotApplicable for bodies that nobody reads."""
    return Slips(readable(document))


def _at(text: str, sign: str, expression: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    return (m.span() for m in matches(text, sign, expression))


def _lost(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words in which a question mark stands for a sign that was lost; those of addresses have their own."""
    for m in matches(text, "?", _LOST):
        start = m.start()
        while start and (text[start - 1].isalpha() or text[start - 1] == "-"):
            start -= 1
        if not start or text[start - 1].isspace() or text[start - 1] in '(["“‘':
            yield start, m.end()


def _blanks(signs: Signs) -> Iterator[tuple[int, int]]:
    """Yield what was left to fill in without brackets around it, and words that only fill a page."""
    text = signs.text
    yield from nsmallest(_MOST, _money(text))
    for _, found in nsmallest(_MOST, _days_left(text)):
        yield found
    yield from nsmallest(_MOST, _pages_left(text))
    samples = (m.span() for at in signs.caseless(_SAMPLE_WORDS) if (m := _SAMPLE.match(text, at - 1)))
    yield from nsmallest(_MOST, samples, key=lambda found: (text[found[0]], found))


def _money(text: str) -> Iterator[tuple[int, int]]:
    """Yield the amounts left open, found by what stands for the figures: that is rarer than the sign of the dollar."""
    for at in _runs(text, "[X?"):
        start = at - 2 if text[at - 1 : at].isspace() else at - 1
        if start >= 0 and text[start] == "$" and (m := _MONEY.match(text, start)):
            yield m.span()


def _days_left(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the dates whose day is left open, each behind the number of its month."""
    for at in _runs(text, "[X_"):
        if text.endswith(_BEFORE_DAY, 0, at) and (m := _DAY_LEFT.match(text, at)):
            month, name = next((number, name) for number, name in enumerate(_BEFORE_DAY) if text.endswith(name, 0, at))
            yield month, (at - len(name), m.end())


def _pages_left(text: str) -> Iterator[tuple[int, int]]:
    """Yield the references to a page whose number is left open."""
    for at in _runs(text, "[_"):
        if text.endswith(_BEFORE_PAGE, 0, at) and (m := _PAGE_LEFT.match(text, at)):
            yield text.rfind("page", 0, at), m.end()


def _runs(text: str, marks: str) -> Iterator[int]:
    """Yield where one of *marks* begins that stands for what is left open, once or in a row."""
    for mark in marks:
        yield from (m.start() for m in matches(text, mark, _RUNS[mark]))


def _addresses(signs: Signs) -> Iterator[tuple[int, int]]:
    text = signs.text
    strokes = any(any(signs.matches(words, _STROKE)) for words in _STROKES)
    if strokes or any(any(signs.places(words)) for words in _STOPS):
        yield from chain(_at(text, "http", _ADDRESS), _at(text, "www", _ADDRESS))
    yield from _at(text, "@", _ADDRESS)


def _drafts(signs: Signs) -> Iterator[tuple[int, int]]:
    """Yield the lines that say no more than that this is a draft."""
    text, end = signs.text, 0
    for at in merge(*map(signs.places, _DRAFT_WORDS)):
        if at < end:
            continue
        start = text.rfind("\n", 0, at) + 1
        start = max(start, text.rfind("\t", start, at) + 1)
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - start <= 120 and _DRAFT.fullmatch(" ".join(text[start:end].split())):
            yield start, end


def _security_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words that call a number a social security number; the number itself is in no report."""
    for m in _LIKE_SECURITY_NUMBER.finditer(text):
        at = m.start() - 3
        calls = list(_SECURITY_CALL.finditer(text, max(0, at - 100), at))
        if calls and _SECURITY_NUMBER.match(text, at):
            yield calls[-1].span()


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Yield words that usually stand before a year, run together with it."""
    for end in merge(*([m.end() for m in years.finditer(text)] for years in _YEARS_BEHIND_LETTERS)):
        year = start = end - 4
        while start and text[start - 1].isalpha() and year - start < 12:
            start -= 1
        apart = not text[end : end + 1].isalnum() and (not start or text[start - 1] in " \n\t(")
        if apart and text[start:year].lower() in _BEFORE_YEARS:
            yield start, end


def _repeated(rendered: Rendered, long: Sequence[tuple[int, int]]) -> Iterator[tuple[Located[str], Located[str]]]:
    """Yield the lines as long as a paragraph that are the same as the line before; *long* are all that are as long."""
    text = rendered.text
    if not any(_same(text, *pair) for pair in pairwise(long)):
        return
    before: tuple[int, int] | None = None
    found = 0
    for start, end in rendered.lines():
        if end - start < 3:
            continue
        words = text[start:end]
        if before and len(words) >= _PARAGRAPH and "\t" not in words and words == text[slice(*before)]:
            yield rendered.located(start, end), rendered.located(*before)
            found += 1
            if found == _MOST:
                return
        before = (start, end)


def _run_together(rendered: Rendered, long: Sequence[tuple[int, int]]) -> Iterator[tuple[Located[str], Located[str]]]:
    """Yield the paragraphs whose first words, a paragraph of them, follow once more within their line."""
    text = rendered.text
    for start, end in long:
        if end - start < 2 * _PARAGRAPH:
            continue
        beginning = text[start : start + _BEGINNING]
        at = text.find(beginning, start + _PARAGRAPH, end)
        if at < 0 or "\t" in text[start:at] or sum(map(str.isalpha, beginning)) < _BEGINNING // 2:
            continue  # rows of a table, and of dots or blanks, are alike by nature
        first = text[start:at].rstrip()
        if text.startswith(first, at):
            yield rendered.located(at, at + len(first)), rendered.located(start, start + len(first))


def _long_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are as long as a paragraph; of the others not each is looked at."""
    start = 0
    while start + _PARAGRAPH <= len(text):
        last = text.rfind("\n", start, start + _PARAGRAPH)
        if last < 0:
            end = text.find("\n", start + _PARAGRAPH)
            end = len(text) if end < 0 else end
            yield start, end
            last = end
        start = last + 1


def _same(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] - one[0] == other[1] - other[0] and text[slice(*one)] == text[slice(*other)]


def _brackets(rendered: Rendered) -> Iterator[tuple[int, int]]:
    for start, end in rendered.lines():
        words = rendered.text[start:end]
        if end - start >= _PARAGRAPH and words.count("(") > words.count(")"):
            at = rendered.text.rfind("(", start, end)
            yield at, min(at + 30, end)
