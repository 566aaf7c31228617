"""CRT009."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT009",
    "certification-undated",
    reads=(certifications,),
    remedy="date the certification",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i)", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def certification_undated(found: Certifications) -> Iterator[Observation]:
    """A certification under section 302 bears a date.

    The prescribed text ends with it. For the certification of section 906 no text is prescribed.
    """
    for certification in found.of_kind("302"):
        dates = [certification.date, *(signer.date for signer in certification.signers)]
        if certification.signers and all(isinstance(leaf, Absent) for leaf in dates):
            yield Observation(certification.signers[0].conformed, "the certification has no date")
