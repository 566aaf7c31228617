"""HDR014."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_DATES = (
    "CONFORMED PERIOD OF REPORT",
    "FILED AS OF DATE",
    "DATE AS OF CHANGE",
    "EFFECTIVENESS DATE",
    "RECEIVED DATE",
    "ACTION DATE",
    "PUBLIC REL DATE",
    "DATE OF NAME CHANGE",
)


@rule(
    "HDR014",
    "header-date-impossible",
    reads=(header_faults,),
    remedy="write the date as year, month and day, eight digits",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: dates"),
    severity=Severity.ERROR,
)
def date_impossible(faults: HeaderFaults) -> Iterator[Observation]:
    """Every date of the header is a day of the calendar, written as eight digits.

    The month 13 or the thirty-first of June comes from typing, or from a date in another order.
    """
    for fault in faults.of("malformed", *_DATES):
        yield Observation(fault.at, f"'{fault.at.value}' on the line '{fault.label}' is no date")
