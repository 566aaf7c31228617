"""SIG027."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS
from filinglint_edgar.signatures.days import signed_after


@rule(
    "SIG027",
    "registration-statement-signed-after-filing",
    reads=(signatures, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Regulation S-T, Rule 302(b)"),
    forms=STATEMENTS | AFTER_EFFECTIVENESS,
)
def registration_signed_after_filing(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """A registration statement is signed before, or when, it is filed.

    A later date cannot be the day on which it was signed.
    """
    return signed_after(signed, stated.filed)
