"""Where the press releases attached to a report say that the registrant's shares are listed, and under which symbol.

Source: releases of 2000 to 2026: "Example Corp. (NYSE: EXM) today announced". What stands behind the name of another
company is that company's.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.facts.releases import releases
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.names import telling_words
from filinglint.patterns import pattern

_MARKETS = ("NYSE", "ASDAQ", "asdaq")
_LISTED = pattern(
    r"[(\[]\s{0,3}(?P<exchange>NYSE(?:\s(?:American|Arca|MKT))?|N(?:ASDAQ|asdaq)(?:[- ]?(?:GS|GM|CM|NM))?)"
    r"\s{0,3}:\s{0,3}"
    r"[“\"']?(?P<symbol>[A-Z]{1,5}(?:[.-][A-Z]{1,2})?)\b"
)
_OPEN = pattern(
    r"[(\[]\s{0,3}(?:NYSE|N(?:ASDAQ|asdaq))[^()\[\]\n:]{0,16}:\s{0,3}"
    r"(?P<blank>\[[^\[\]\n]{0,20}\]|_{2,12}|X{3,5}(?=\s?[)\]])|(?i:tbd|ticker|symbol)(?=\s?[)\]]))"
)
# "Example Lantern Corp. (": the capitalised words before the listing, with the form of a company at their end.
_COMPANY = pattern(
    r"(?<![\w&.’'-])(?P<name>(?:[A-Z][\w&.’'-]{1,30},?[ \n]{1,3}(?:(?:of|and|the|&)[ \n]{1,3})?){1,5}?"
    r"(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|plc|PLC|N\.V|S\.A|L\.P|LLC)\b\.?)[ \n]{0,3}\Z"
)
_BEFORE = 90
_MOST = 40


@dataclass(frozen=True, slots=True)
class Listing:
    """One mention of the registrant's listing: the exchange and the trading symbol as written."""

    exchange: Located[str]
    symbol: Located[str]


@dataclass(frozen=True, slots=True)
class NamedListing:
    """A name that ends with the form of a company, and the trading symbol behind it."""

    name: Located[str]
    symbol: Located[str]


@dataclass(frozen=True, slots=True)
class OpenListings:
    """``blanks`` stand where a trading symbol is to be put in."""

    blanks: tuple[Located[str], ...]


@extractor("open_listings")
def open_listings(submission: Submission) -> OpenListings:
    """Read the exhibits numbered 99. Raises NotApplicable where none is attached."""
    texts = (document.rendered for document in _attached(submission))
    return OpenListings(
        tuple(text.located(*m.span("blank")) for text in texts for m in islice(_OPEN.finditer(text.text), _MOST))
    )


@extractor("named_listings")
def named_listings(submission: Submission) -> tuple[NamedListing, ...]:
    """Read the exhibits numbered 99, whosever names they have. Raises NotApplicable where none is attached."""
    documents = _attached(submission)
    return tuple(named for document in documents for named in islice(_named(document), _MOST))


def _named(document: Document) -> Iterator[NamedListing]:
    rendered = document.rendered
    text = rendered.text
    for m in _LISTED.finditer(text):
        before = max(0, m.start() - _BEFORE)
        name = _COMPANY.search(text[before : m.start()])
        if name is not None:
            place = rendered.located(before + name.start("name"), before + name.end("name"))
            yield NamedListing(place, rendered.located(*m.span("symbol")))


@extractor("release_listings")
def release_listings(submission: Submission) -> tuple[Listing, ...]:
    """Read the exhibits numbered 99. Raises NotApplicable where none is attached."""
    documents = _attached(submission)
    parties = header.of(submission).registrants
    names = {telling_words(party.name.value) for party in parties if isinstance(party.name, Located)} - {()}
    return tuple(listing for document in documents for listing in islice(_listings(document, names), _MOST))


def _attached(submission: Submission) -> list[Document]:
    """Return the releases that name a market. Raises NotApplicable where none is attached."""
    attached = releases(submission)
    if not attached:
        raise NotApplicable("no exhibit 99 is attached")
    return [each for each in attached if any(market in each.rendered.text for market in _MARKETS)]


def _listings(document: Document, names: set[tuple[str, ...]]) -> Iterator[Listing]:
    rendered = document.rendered
    text = rendered.text
    for m in _LISTED.finditer(text):
        before = text[max(0, m.start() - _BEFORE) : m.start()].rpartition("\n\n")[2]
        words = telling_words(before)
        if any(words[-len(name) :] == name for name in names):
            yield Listing(rendered.located(*m.span("exchange")), rendered.located(*m.span("symbol")))
