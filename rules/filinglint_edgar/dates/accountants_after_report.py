"""DTE018."""

from collections.abc import Iterator

from filinglint.facts.accountants import Accountants, accountants
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.rule import TEN_K, Authority, rule
from filinglint_edgar.signatures.days import days_of


@rule(
    "DTE018",
    "accountants-report-after-signature",
    reads=(accountants, signatures),
    remedy="correct the date of the accountant's report or consent, or that of the signatures",
    authority=Authority("Regulation S-X, Rule 2-02(a) (17 CFR 210.2-02(a))"),
    forms=TEN_K,
)
def accountants_after_report(found: Accountants, signed: Signatures) -> Iterator[Observation]:
    """The accountant's report in an annual report is dated before, or when, the annual report is signed.

    Who signs the annual report signs what is in it. A later day is mostly the year mistyped, or the date of the report
    of last year left in the signatures.
    """
    days = days_of(signed)
    if not days:
        return
    last = max(days, key=lambda leaf: leaf.value)
    for each in found.signatures:
        if each.date.value > last.value:
            yield Observation(
                each.date,
                f"'{each.firm.value}' signed on {each.date.value}, the annual report is signed on {last.value}",
                related=[(last, f"the last signature is of {last.value}"), (each.firm, "the accountant's signature")],
            )
