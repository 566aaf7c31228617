"""INT004."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT004",
    "social-security-number",
    reads=(slips,),
    remedy="take the number out, and ask the Commission to remove the filing",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.2: personally identifiable information in public filings", "should"
    ),
)
def social_security_number(found: Slips) -> Iterator[Observation]:
    """A public filing holds no social security number.

    Filings cannot be called back once they are disseminated. Employment agreements and account forms bring such
    numbers in. The number itself is not repeated in this report.
    """
    for place in found.security_numbers:
        yield Observation(place, "a social security number seems to stand here")
