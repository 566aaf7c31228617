"""CRT014."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT014",
    "certification-title-in-first-line",
    reads=(certifications,),
    remedy="name the officer alone in the first line, and put the title below the signature",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i)", "should", effective_from=date(2003, 8, 14)),
    severity=Severity.INFO,
    forms=PERIODIC,
)
def title_in_first_line(found: Certifications) -> Iterator[Observation]:
    """The first line of a certification under section 302 names the officer without a title.

    The officer certifies as a person. The staff asks to take the title out in comment letters.
    """
    for certification in found.of_kind("302"):
        if isinstance(certification.first_line, Located):
            yield Observation(
                certification.first_line,
                f"'{certification.first_line.value}' stands between the officer's name and 'certify'",
            )
