"""HDR025."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule

_NO_DAYS = frozenset(("0431", "0631", "0931", "1131"))


@rule(
    "HDR025",
    "header-fiscal-year-end-impossible",
    reads=(header_faults, header),
    remedy="correct the fiscal year end in the filer's EDGAR company data",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FISCAL-YEAR-END"),
)
def fiscal_year_end_impossible(faults: HeaderFaults, stated: Header) -> Iterator[Observation]:
    """A fiscal year end is a month and a day, four digits.

    February is left alone: a fiscal year of 52 weeks may be said to end on 0230.
    """
    for fault in faults.of("malformed", "FISCAL YEAR END"):
        yield Observation(fault.at, f"'{fault.at.value}' is no month and day")
    for party in stated.parties:
        end = party.fiscal_year_end
        if isinstance(end, Located) and end.value in _NO_DAYS:
            yield Observation(end, f"'{end.value}' is no day of a year")
