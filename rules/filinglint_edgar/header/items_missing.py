"""HDR015."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "HDR015",
    "header-items-missing",
    reads=(header,),
    remedy="name the items of Form 8-K that the report answers",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 7.3 (items of Form 8-K)", effective_from=date(2001, 1, 1)
    ),
    severity=Severity.ERROR,
    forms=EIGHT_K,
)
def items_missing(stated: Header) -> Iterator[Observation]:
    """The header of a current report names the items that it answers.

    EDGAR suspends a Form 8-K without items, and readers choose reports by them.
    """
    if not stated.items:
        yield Observation(stated.form, f"the header of this '{stated.form.value}' names no item")
