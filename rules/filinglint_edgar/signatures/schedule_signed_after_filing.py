"""SIG035."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.signatures.days import signed_after


@rule(
    "SIG035",
    "schedule-signed-after-filing",
    reads=(signatures, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Exchange Act Rules 13d-101 and 13d-102 (17 CFR 240.13d-101 and 240.13d-102): signature"),
    forms=frozenset(("SC 13D", "SC 13G")),
)
def schedule_signed_after_filing(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """A Schedule 13D or 13G is signed before, or when, it is filed.

    A later date cannot be the day on which it was signed.
    """
    return signed_after(signed, stated.filed)
