"""EXH047."""

import re
from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_INCLUDED = pattern(
    r"\b(?:included|contained)\s{1,9}in\s{1,9}(?:the\s{1,9})?(?:opinion\s[^()\n]{0,60})?exhibits?\s{1,9}(?P<number>\d{1,3})",
    re.IGNORECASE,
)
# Charters, instruments, contracts, lists and powers of attorney hold no consent.
_NO_CONSENTS = frozenset(("3", "4", "10", "21", "24", "25", "101", "104", "107"))


@rule(
    "EXH047",
    "consent-included-elsewhere",
    reads=(exhibits,),
    remedy="name the exhibit in which the consent is, such as the opinion of counsel",
    authority=Authority("Regulation S-K, Item 601(b)(5) and (23) (17 CFR 229.601(b))"),
    forms=STATEMENTS | AFTER_EFFECTIVENESS,
)
def consent_included_elsewhere(found: Exhibits) -> Iterator[Observation]:
    """A consent that is included in another exhibit is included in one that may have it.

    The consent of counsel stands in the opinion, Exhibit 5 or 8. No charter and no contract has it.
    """
    for entry in found.listed:
        description = entry.description
        if not isinstance(description, Located) or entry.number.value.partition(".")[0] != "23":
            continue
        m = _INCLUDED.search(description.value)
        if m and m["number"] in _NO_CONSENTS:
            yield Observation(description, f"the consent is said to be included in Exhibit {m['number']}")
