"""CRT020."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC

_STATEMENTS = {
    "1": "that the report fully complies with section 13(a) or 15(d)",
    "2": "that it fairly presents financial condition and results of operations",
}


@rule(
    "CRT020",
    "certification-906-incomplete",
    reads=(certifications,),
    remedy="certify both what section 906 asks for",
    authority=Authority("18 U.S.C. 1350(b)", effective_from=date(2002, 7, 30)),
    forms=PERIODIC,
)
def statement_of_906_missing(found: Certifications) -> Iterator[Observation]:
    """The certification of section 906 says that the report complies with the Act and fairly presents.

    No words are prescribed for it, but both statements are.
    """
    for certification in found.of_kind("906"):
        for name, words in _STATEMENTS.items():
            if isinstance(certification.element(name), Absent):
                yield Observation(certification.span, f"the certification under section 906 does not say {words}")
