"""SIG001."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG001",
    "signature-block-missing",
    reads=(signatures,),
    remedy="add the signature page: the sentence of the form, the registrant, and who signs for it",
    authority=Authority("Exchange Act Rule 12b-11(d); Form 8-K, Form 10-K and Form 10-Q, signatures"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def block_missing(signed: Signatures) -> Iterator[Observation]:
    """A report ends with the signature of the registrant, by an authorized person.

    Without it the report is not duly filed. It is lost most often when the last page of a draft is cut, or
    stands in a document of its own.
    """
    if not signed.blocks:
        yield Observation(signed.looked, "the report has no signature block")
