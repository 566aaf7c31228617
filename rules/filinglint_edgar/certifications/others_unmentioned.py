"""CRT015."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC, certifier_of, is_among


@rule(
    "CRT015",
    "other-certifying-officer-unmentioned",
    reads=(certifications,),
    remedy="write 'The registrant's other certifying officer and I' in paragraphs 4 and 5",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i)", effective_from=date(2003, 8, 14)),
    severity=Severity.INFO,
    forms=PERIODIC,
)
def others_unmentioned(found: Certifications) -> Iterator[Observation]:
    """Where two officers certify, each speaks of the other in paragraphs 4 and 5.

    The text for a single officer says "I am responsible", and is right only where one person holds both
    offices.
    """
    made = found.of_kind("302")
    names = [name for each in made if (name := certifier_of(each)) is not None]
    if len(names) < 2 or is_among(names[0], names[1:]) is not False:
        return
    for certification in made:
        responsible = certification.element("4")
        if isinstance(certification.element("4-others"), Absent) and isinstance(responsible, Located):
            yield Observation(responsible, "the certification does not mention the other certifying officer")
