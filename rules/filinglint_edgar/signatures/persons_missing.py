"""SIG016."""

from collections.abc import Iterator

from filinglint.facts.registration import Registration, registration
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import TEN_K, Authority, rule
from filinglint_edgar.signatures.capacities import is_free


@rule(
    "SIG016",
    "annual-report-persons-missing",
    reads=(signatures, registration),
    remedy="add the second block: 'this report has been signed below by the following persons …'",
    authority=Authority("Form 10-K, signatures and General Instruction D(2)(a)"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K,
    amendments=False,
)
def persons_missing(signed: Signatures, registered: Registration) -> Iterator[Observation]:
    """An annual report is signed twice: for the registrant, and by its officers and directors as such.

    The second block is lost with the last page. Where more than two sign the first, they may have
    signed both at once. Trusts and partnerships may have no officers and directors.
    """
    blocks = [block for block in signed.blocks if block.signers]
    if not blocks or is_free(registered):
        return
    if all(block.kind == "registrant" for block in blocks) and sum(len(block.signers) for block in blocks) < 3:
        yield Observation(blocks[-1].span, "the report is signed for the registrant only, by no officers and directors")
