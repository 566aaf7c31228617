"""CRT007."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC

_WEEK = 7


@rule(
    "CRT007",
    "certification-of-other-period",
    reads=(certifications, reported_period),
    remedy="name the period of this report in the certification",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32); 18 U.S.C. 1350", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def other_period(found: Certifications, reported: ReportedPeriod) -> Iterator[Observation]:
    """A certification that names a period names that of the report.

    The certification of section 906 does so by custom; the last quarter's date is easily left in it. A week
    between the two is a fiscal year of 52 or 53 weeks.
    """
    period = reported.end.value
    for certification in found.certifications:
        named = certification.period
        if isinstance(named, Located) and abs((named.value - period).days) > _WEEK:
            yield Observation(
                named,
                f"the certification is for the period ended {named.value.isoformat()}, "
                f"the report for {period.isoformat()}",
                related=[(reported.end, f"the header says {period.isoformat()}")],
                label=f"certified: {named.value.isoformat()}",
            )
