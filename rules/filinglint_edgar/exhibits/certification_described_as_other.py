"""EXH035."""

import re
from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import base

_SECTIONS = {
    "31": pattern(r"\bsections?\s{1,9}302\b", re.IGNORECASE),
    "32": pattern(r"\bsections?\s{1,9}(?:906|1350)\b|\b302\s{1,9}and\s{1,9}906\b", re.IGNORECASE),
}
_OTHER = {"31": "32", "32": "31"}
_NAMES = {"31": "section 302", "32": "section 906"}


@rule(
    "EXH035",
    "certification-described-as-other",
    reads=(exhibits,),
    remedy="describe exhibit 31 as the certification under section 302, and exhibit 32 as that under section 906",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32) (17 CFR 229.601(b)(31), (32))"),
    forms=(TEN_K | TEN_Q) - {"10-K405", "10-KT405"},
)
def certification_described_as_other(found: Exhibits) -> Iterator[Observation]:
    """Exhibit 31 is listed as the certification under section 302, exhibit 32 as that under section 906.

    Entries are copied from one line to the next, and the section is not changed.
    """
    for one in found.lists:
        for entry in one.entries:
            number = base(entry.number.value)
            if number not in _SECTIONS or len(entry.numbers) != 1 or not isinstance(entry.description, Located):
                continue
            words = entry.description.value
            if _SECTIONS[_OTHER[number]].search(words) and not _SECTIONS[number].search(words):
                yield Observation(
                    entry.description,
                    f"exhibit '{entry.number.value}' is described as a certification under {_NAMES[_OTHER[number]]}",
                    related=[(entry.number, "the number of the entry")],
                )
