"""EXH018."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "EXH018",
    "exhibit-104-unlisted",
    reads=(submission, exhibits, listing),
    remedy="add '104  Cover Page Interactive Data File (embedded within the Inline XBRL document)' to the list",
    authority=Authority("Regulation S-K, Item 601(b)(104) (17 CFR 229.601(b)(104))", effective_from=date(2019, 6, 15)),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def cover_data_unlisted(filing: Submission, found: Exhibits, words: Listing) -> Iterator[Observation]:
    """A report whose cover is tagged in Inline XBRL lists Exhibit 104 among its exhibits.

    The tagged cover is an exhibit although it is no document of its own. A report that lists no exhibit at all is not
    judged.
    """
    main = filing.main
    if main is None or main.body is not Body.IXBRL or not found.listed:
        return
    if words.has("104") or found.related_to("104"):  # "104.1" is one, too
        return
    one = next(each for each in found.lists if each.entries)
    yield Observation(
        one.heading if isinstance(one.heading, Located) else one.span,
        "the cover is tagged in Inline XBRL, and the list has no exhibit 104",
    )
