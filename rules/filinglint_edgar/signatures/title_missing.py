"""SIG006."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG006",
    "signature-title-missing",
    reads=(signatures,),
    remedy="type the signer's title beneath the name",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures: name and title of the signing officer"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def title_missing(signed: Signatures) -> Iterator[Observation]:
    """Who signs for the registrant states the office in which that is done.

    Without a title nobody can tell that the person is authorized to sign.
    """
    for block in signed.blocks:
        signers = [signer for signer in block.signers if isinstance(signer.conformed, Located)]
        if block.kind != "registrant" or not signers:
            continue
        if all(isinstance(signer.title, Absent) for signer in signers):
            yield Observation(signers[0].conformed, f"'{signers[0].conformed.value}' is signed without a title")
