"""CRT010."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT010",
    "certification-date-out-of-range",
    reads=(certifications, header, reported_period),
    remedy="correct the date of the certification; it is usually the year",
    authority=Authority("Exchange Act Rules 13a-14 and 15d-14; 18 U.S.C. 1350", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def certification_date_out_of_range(
    found: Certifications, stated: Header, reported: ReportedPeriod
) -> Iterator[Observation]:
    """A certification is made after the end of the period and no later than the report is filed.

    Nobody can certify a period that has not ended, nor a report after it was filed.
    """
    filed, end = stated.filed.value, reported.end
    for certification in found.certifications:
        day = certification.date
        if not isinstance(day, Located):
            continue
        if day.value > filed:
            yield Observation(
                day,
                f"the certification is of {day.value.isoformat()}, the report was filed on {filed.isoformat()}",
                related=[(stated.filed, f"filed on {filed.isoformat()}")],
                label=f"certified on {day.value.isoformat()}",
            )
        elif isinstance(end, Located) and day.value < end.value <= filed:
            yield Observation(
                day,
                f"the certification is of {day.value.isoformat()}, the period ended on {end.value.isoformat()}",
                related=[(end, f"the period ended on {end.value.isoformat()}")],
                label=f"certified on {day.value.isoformat()}",
            )
