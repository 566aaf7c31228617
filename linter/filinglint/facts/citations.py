"""What a document cites wrongly: an Act of another year, a rule beside the section of another, another regulation.

Source: the Acts of Congress that filings cite; 17 CFR parts 230 (Securities Act) and 240 (Exchange Act). A rule has the
number of its section: Rule 12b-2 of the Exchange Act is 17 CFR 240.12b-2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from filinglint.documents.document import Document
from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 20  # of one kind in one document
_ACTS = {
    "securities": "1933",
    "securities exchange": "1934",
    "securities and exchange": "1934",
    "exchange": "1934",
    "investment company": "1940",
    "investment advisers": "1940",
    "trust indenture": "1939",
    "private securities litigation reform": "1995",
    "sarbanes-oxley": "2002",
    "employee retirement income security": "1974",
    "bank holding company": "1956",
}
# What most names of that year end with: no need to look whose they are.
_USUAL = {"1933": " Securities ", "1934": " Exchange "}
_YEAR = pattern(r"Act of\s{1,9}(?P<year>(?:19|20)\d\d)(?!\d)")
_NAME = pattern(
    r"(?<![\w-])(?:the|said)\s{1,20}(?:(?:federal|u\.s\.|united\s{1,9}states)\s{1,9})?"
    r"(?P<name>[a-z-]{2,20}(?:\s{1,40}[a-z-]{2,20}){0,4})\s{1,40}\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = 140
_ACT_OF = sign("Act of")
# A line may end behind the hyphen: "240.14d- 2(b)".
_SECTION = pattern(r"(?P<part>2[34]0)\.(?P<section>\d[\w-]{0,12}(?:(?<=-)\s{1,9}\d{1,3})?(?:\s?\(\w{1,4}\)){0,4})")
_RULE = pattern(
    r"\brule\s{1,9}(?P<rule>\d[\w-]{0,12}(?:\s?\(\w{1,4}\)){0,4})\s{1,9}(?:of|under)\s{1,9}the\s{1,9}"
    r"(?P<act>securities\s{1,9}exchange|securities|exchange)\s{1,9}act(?:\s{1,9}of\s{1,9}19\d\d)?"
    r"\s{0,9}[(\[]\s{0,3}(?:17\s{0,3}C\.?F\.?R\.?\s{0,3})?(?:§{1,2}|section)?\s{0,3}\Z",
    re.IGNORECASE,
)
_LONGEST_RULE = 120
_PARTS = (sign("230."), sign("240."))
# Regulation S-K has items of three or four digits, Regulation S-X rules of an article and a number, and articles.
_REGULATION = pattern(r"Regulation\s{1,9}S-(?P<letter>[KX])(?![\w-])")
_OF_REGULATION = pattern(
    r"\b(?:item\s{1,9}(?P<item>[1-9]\d{2,3})|rule\s{1,9}(?P<rule>1?\d-\d\d))(?:\s?\(\w{1,4}\)){0,4}\s{1,9}of\s{1,9}\Z",
    re.IGNORECASE,
)
_LONGEST_ITEM = 50
_REGULATIONS = sign("Regulation")
_PLAIN = pattern(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Citations:
    """``misdated`` are names of Acts with a year that is not theirs, each with its year.

    ``crossed`` are citations of a rule and of a section that is not that of the rule, or not of that Act: the words
    of the rule, and those of the section. They are looked for in the main document, whose cover cites both.
    ``misplaced`` are items cited as of Regulation S-X and rules as of Regulation S-K, each with its regulation.
    """

    misdated: tuple[tuple[Located[str], str], ...]
    crossed: tuple[tuple[Located[str], Located[str]], ...]
    misplaced: tuple[tuple[Located[str], str], ...]


@document_extractor("citations")
def citations(submission: Submission, document: Document) -> Citations:
    """Look for wrong citations. Raises NotApplicable for bodies that nobody reads."""
    misdated = islice(_misdated(readable(document)), _MOST)
    crossed = islice(_crossed(document), _MOST) if document is submission.main else ()
    return Citations(tuple(misdated), tuple(crossed), tuple(islice(_misplaced(document), _MOST)))


def _misdated(document: Document) -> Iterator[tuple[Located[str], str]]:
    text = document.rendered.text
    for m in document.rendered.signs.matches(_ACT_OF, _YEAR):
        if m["year"] in _USUAL and text.endswith(_USUAL[m["year"]], 0, m.start()):
            continue
        before = max(0, m.start() - _LONGEST_NAME)
        named = _NAME.search(text[before : m.start()])
        if named is None:
            continue
        name = " ".join(named["name"].lower().split())
        year = _ACTS.get(name, m["year"])
        if year != m["year"]:
            yield document.rendered.located(before + named.start("name"), m.end()), year


def _crossed(document: Document) -> Iterator[tuple[Located[str], Located[str]]]:
    text = document.rendered.text
    for m in chain.from_iterable(document.rendered.signs.matches(part, _SECTION) for part in _PARTS):
        before = max(0, m.start() - _LONGEST_RULE)
        cited = _RULE.search(text[before : m.start()])
        if cited is None:
            continue
        part = "240" if "exchange" in cited["act"].lower() else "230"
        if part != m["part"] or _plain(cited["rule"]) != _plain(m["section"]):
            rule = document.rendered.located(before + cited.start(), before + cited.end("act") + len(" act"))
            yield rule, document.rendered.located(m.start(), m.end())


def _misplaced(document: Document) -> Iterator[tuple[Located[str], str]]:
    text = document.rendered.text
    for m in document.rendered.signs.matches(_REGULATIONS, _REGULATION):
        before = max(0, m.start() - _LONGEST_ITEM)
        cited = _OF_REGULATION.search(text[before : m.start()])
        if cited is None:
            continue
        letter = "K" if cited["item"] else "X"
        if letter != m["letter"]:
            yield document.rendered.located(before + cited.start(), m.end()), f"Regulation S-{letter}"


def _plain(number: str) -> str:
    return _PLAIN.sub("", number).lower()
