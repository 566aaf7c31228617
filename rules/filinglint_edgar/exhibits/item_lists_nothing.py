"""EXH016."""

import re
from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.items import Items, items
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.spans import Span
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.exhibits.standing import attached_documents

_FEW = 12
_BEGINNING = 4000  # characters of the source
_NOTHING = pattern(r"\b(?:none|not applicable|n/a)\b", re.IGNORECASE)


@rule(
    "EXH016",
    "exhibits-item-lists-nothing",
    reads=(submission, items, exhibits, listing),
    remedy="list the financial statements and exhibits that are filed, or leave the item out",
    authority=Authority("Form 8-K, Item 9.01", effective_from=SWITCH_DATE),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def item_lists_nothing(filing: Submission, body: Items, found: Exhibits, words: Listing) -> Iterator[Observation]:
    """Item 9.01 lists the financial statements and exhibits that are filed as part of the report.

    A heading with nothing below it promises exhibits that are not named. A report without exhibits has no Item 9.01.
    """
    for heading in body.keyed("9.01") if not found.listed else ():
        start, end = heading.text.start, heading.text.end
        begins = filing.words(Span(start, min(end, start + _BEGINNING))).split()
        if isinstance(heading.inapplicable, Located) or len(begins) > _FEW:
            continue
        below = filing.words(heading.text).split()
        if len(below) > _FEW:
            continue
        if _NOTHING.search(" ".join(below)):
            continue  # "(d) Exhibits. None" is an answer
        if any(words.has(each.number.value) for each in attached_documents(found)):
            continue
        said = f"only '{' '.join(below)}'" if below else "nothing"
        yield Observation(heading.span, f"Item 9.01 lists no statement and no exhibit, below it stands {said}")
