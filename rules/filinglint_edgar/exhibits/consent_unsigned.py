"""EXH042."""

from collections.abc import Iterator

from filinglint.facts.consents import Consent, consents
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import TEN_K, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS


@rule(
    "EXH042",
    "consent-unsigned",
    reads=(consents,),
    remedy="have the accountants sign, and type their signature",
    authority=Authority("Securities Act Rule 439(a) (17 CFR 230.439(a)); Regulation S-T, Rule 302"),
    forms=STATEMENTS | AFTER_EFFECTIVENESS | TEN_K,
)
def consent_unsigned(found: tuple[Consent, ...]) -> Iterator[Observation]:
    """A consent of accountants is signed.

    Neither a mark of a signature nor the name of a firm stands below its words. A picture may be one, and is not read.
    """
    for each in found:
        if isinstance(each.signature, Absent):
            yield Observation(each.signature, "the consent of the accountants is not signed")
