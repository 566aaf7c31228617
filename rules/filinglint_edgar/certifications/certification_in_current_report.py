"""CRT018."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "CRT018",
    "certification-in-current-report",
    reads=(certifications,),
    remedy="leave the certification out: it is of annual and quarterly reports",
    authority=Authority("Exchange Act Rules 13a-14(a) and 15d-14(a)", "guidance", effective_from=date(2003, 8, 14)),
    severity=Severity.INFO,
    forms=EIGHT_K - {"8-K15D5"},
)
def certification_in_current_report(found: Certifications) -> Iterator[Observation]:
    """A current report carries no certification under section 302.

    It comes by habit with an annual report that is recast in a current one.
    """
    for certification in found.of_kind("302"):
        if certification.document.type_name.startswith("EX-31"):
            at = certification.document.type if isinstance(certification.document.type, Located) else certification.span
            yield Observation(at, "a current report carries a certification under section 302")
