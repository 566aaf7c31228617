"""SIG003."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.signatures.days import signed_after


@rule(
    "SIG003",
    "signature-date-after-filing",
    reads=(signatures, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Regulation S-T, Rule 302(b)"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def date_after_filing(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """A report is signed before, or when, it is filed.

    A later date cannot be the day on which it was signed. In January the year is often the wrong one.
    """
    return signed_after(signed, stated.filed)
