"""EXH032."""

import re
from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import ExhibitEntry, Exhibits, Manner, Relation, exhibits, relation
from filinglint.facts.extractor import submission
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines, local_file

_PART = pattern(r"\b(?:annex|appendix|attachment|schedule)\s[^\n]{0,20}\b(?:to|of)\s{1,9}exhibit\s", re.IGNORECASE)


@rule(
    "EXH032",
    "exhibit-hyperlink-shared",
    reads=(exhibits, submission),
    remedy="link each entry to its own exhibit",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", effective_from=date(2017, 9, 1)),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def hyperlink_shared(found: Exhibits, filing: Submission) -> Iterator[Observation]:
    """The entries of different exhibits link to different documents.

    The entry above was copied with its link. One document may hold two exhibits; an entry that says that its exhibit is
    contained in another, or an annex to another, is not meant.
    """
    seen: dict[str, ExhibitEntry] = {}
    for entry in found.listed:
        contained = isinstance(entry.filed, Located) and entry.filed.value is Manner.CONTAINED
        if contained or is_for_machines(entry.number.value) or len(entry.numbers) > 1:
            continue
        for link in entry.links[:1]:
            if local_file(link.href) or "#" in link.href or "sec.gov/" not in link.href.lower():
                continue
            if _PART.search(filing.words(entry.span)):
                continue
            before = seen.setdefault(link.href.lower(), entry)
            if before is not entry and relation(before.number.value, entry.number.value) is Relation.DIFFERENT:
                yield Observation(
                    link.tag,
                    f"the entries of '{before.number.value}' and '{entry.number.value}' link to the same document",
                    related=[(before.number, f"the entry of '{before.number.value}'")],
                )
