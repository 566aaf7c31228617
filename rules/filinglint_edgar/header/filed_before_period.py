"""HDR018."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.submission_types import expected_header


@rule(
    "HDR018",
    "header-filed-before-period",
    reads=(header,),
    remedy="state the date of the event or the end of the period; correct the year first",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (period of report)"),
)
def filed_before_period(stated: Header) -> Iterator[Observation]:
    """A report is filed after the event or the period that it reports on.

    A period in the future is most often a typing error in the year, sometimes the effective date of an event that
    is announced. Proxy materials and Form 6-K name days to come and are not judged.
    """
    expected = expected_header(stated.form.value)
    if expected is None or expected.period != "required" or stated.form.value.upper().removesuffix("/A") == "6-K":
        return
    if stated.filed.value < stated.period.value:
        yield Observation(
            stated.period,
            f"the period of report {stated.period.value.isoformat()} is later than the filing date "
            f"{stated.filed.value.isoformat()}",
            related=[(stated.filed, f"filed as of {stated.filed.value.isoformat()}")],
        )
