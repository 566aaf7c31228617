"""HDR025."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR025",
    "header-fiscal-year-end-impossible",
    reads=(header_faults,),
    remedy="correct the fiscal year end in the filer's EDGAR company data",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FISCAL-YEAR-END"),
)
def fiscal_year_end_impossible(faults: HeaderFaults) -> Iterator[Observation]:
    """A fiscal year end is a month and a day, four digits.

    Days that a month does not have, such as 0230, are left alone: fiscal years of 52 weeks end by weekday.
    """
    for fault in faults.of("malformed", "FISCAL YEAR END"):
        yield Observation(fault.at, f"'{fault.at.value}' is no month and day")
