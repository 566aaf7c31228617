"""CRT003."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.header import Header, header
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT003",
    "certification-in-report-missing",
    reads=(certifications, header, registration),
    remedy="put the certifications of the principal executive and financial officers after the signatures",
    authority=Authority(
        "Exchange Act Rules 13a-14 and 15d-14; Release 33-8124",
        effective_from=date(2002, 8, 29),
        effective_to=date(2003, 8, 13),
    ),
    forms=PERIODIC,
    amendments=False,
)
def certification_in_report_missing(
    found: Certifications, stated: Header, registered: Registration
) -> Iterator[Observation]:
    """An annual or quarterly report for a period after August 2002 holds the certifications of its officers.

    For a year they stood in the report itself, after the signatures, before they became exhibits. Some put
    them in an exhibit at once.
    """
    certified = found.of_kind("302") or found.of_kind("302-abs") or found.unread
    if certified or isinstance(registered.asset_backed, Located):
        return
    if stated.period.value >= date(2002, 8, 29):
        yield Observation(stated.form, f"this '{stated.form.value}' has no certification of its officers")
