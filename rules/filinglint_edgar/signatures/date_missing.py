"""SIG004."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG004",
    "signature-date-missing",
    reads=(signatures,),
    remedy="date the signature",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def date_missing(signed: Signatures) -> Iterator[Observation]:
    """The signature of a report is dated.

    One date for the block is enough, and one block of several.
    """
    blocks = [block for block in signed.blocks if block.signers]
    dates = [leaf for block in blocks for leaf in (block.date, *(signer.date for signer in block.signers))]
    if blocks and all(isinstance(leaf, Absent) for leaf in dates):
        yield Observation(blocks[0].span, "the signature block has no date")
