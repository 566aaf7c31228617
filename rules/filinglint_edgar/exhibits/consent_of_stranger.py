"""EXH043."""

from collections.abc import Iterator

from filinglint.facts.consents import Consent, consents
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_WITHOUT_EXPERTS = frozenset(("S-8", "S-3D", "F-3D", "S-8 POS"))
"""Forms that name their experts by reference to other filings."""


@rule(
    "EXH043",
    "consent-of-stranger",
    reads=(consents,),
    remedy="attach the consent of the firm that the filing names, or name the firm that consents",
    authority=Authority("Securities Act, section 7(a) (15 U.S.C. 77g(a)); Securities Act Rule 439(a)"),
    confidence=Confidence.MEDIUM,
    forms=(STATEMENTS | AFTER_EFFECTIVENESS) - _WITHOUT_EXPERTS,
)
def consent_of_stranger(found: tuple[Consent, ...]) -> Iterator[Observation]:
    """The accountants who consent are named in the filing.

    They are named as experts. A firm that no other document names consents to another filing.
    """
    for each in found:
        firm = each.stranger
        if isinstance(firm, Located):
            yield Observation(firm, f"the consent is signed by '{firm.value}', which the filing names nowhere else")
