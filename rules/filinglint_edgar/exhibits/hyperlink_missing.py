"""EXH011."""

import re
from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import ExhibitEntry, Exhibits, Manner, exhibits
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.located import Located, Unsure
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines

_REFERENCE = pattern(r"(?:reference is made|see exhibits?)\b", re.IGNORECASE)
_WITHOUT = (Manner.PAPER, Manner.OMITTED, Manner.LATER, Manner.CONTAINED)


@rule(
    "EXH011",
    "exhibit-hyperlink-missing",
    reads=(submission, exhibits),
    tags=frozenset(("links",)),
    remedy="link each entry to the exhibit: to its file in this submission, or to where it was filed before on EDGAR",
    authority=Authority(
        "Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Release 33-10322", effective_from=date(2017, 9, 1)
    ),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def hyperlink_missing(filing: Submission, found: Exhibits) -> Iterator[Observation]:
    """Each exhibit of the exhibit index has a hyperlink to the exhibit on EDGAR.

    Since September 2017 the index links to each exhibit, those incorporated by reference too. Data files, and exhibits
    that are filed on paper or omitted, need no link; nor does a report in plain text.
    """
    main = filing.main
    if main is None or not main.rendered.html:
        return
    bare = {own.value: entry for entry in found.listed if _needs_link(entry) for own in entry.numbers[:1]}
    linked = {own.value for entry in found.listed if entry.links for own in entry.numbers}
    missing = {number: entry for number, entry in bare.items() if number not in linked}
    if not missing:
        return
    first = next(iter(missing.values()))
    numbers = ", ".join(f"'{number}'" for number in list(missing)[:6])
    more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
    have = "has no hyperlink" if len(missing) == 1 else "have no hyperlinks"
    yield Observation(
        first.number,
        f"{'exhibit' if len(missing) == 1 else 'exhibits'} {numbers}{more} of the list {have}",
        related=[(entry.number, f"exhibit '{number}'") for number, entry in list(missing.items())[1:6]],
    )


def _needs_link(entry: ExhibitEntry) -> bool:
    if entry.links or is_for_machines(entry.number.value) or not isinstance(entry.description, Located):
        return False
    # A bare number heads a group of exhibits; "Reference is made to …" is no exhibit of its own.
    if "." not in entry.number.value or _REFERENCE.match(entry.description.value):
        return False
    return not isinstance(entry.filed, Unsure) and not (
        isinstance(entry.filed, Located) and entry.filed.value in _WITHOUT
    )
