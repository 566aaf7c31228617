"""EXH044."""

from collections.abc import Iterator

from filinglint.facts.consents import Consent, consents
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS


@rule(
    "EXH044",
    "consent-heading-differs",
    reads=(consents,),
    remedy="name the heading 'Experts'",
    authority=Authority("Regulation S-K, Items 509 and 601(b)(23) (17 CFR 229.509 and 229.601(b)(23))", "should"),
    severity=Severity.INFO,
    forms=STATEMENTS | AFTER_EFFECTIVENESS,
)
def consent_heading_differs(found: tuple[Consent, ...]) -> Iterator[Observation]:
    """Accountants consent to be named under the heading of experts.

    "Legal Matters" names the lawyers.
    """
    for each in found:
        if isinstance(each.heading, Located):
            yield Observation(each.heading, f"the accountants consent to be named under '{each.heading.value}'")
