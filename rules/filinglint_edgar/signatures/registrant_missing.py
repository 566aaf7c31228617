"""SIG012."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.names import normal_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG012",
    "signature-registrant-missing",
    reads=(signatures, header),
    remedy="put the registrant's name above the signature",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures: (Registrant)"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def registrant_missing(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """The block that signs for the registrant names it.

    It is the registrant who signs, by an officer. A name in the sentence of the block is enough.
    """
    blocks = [block for block in signed.blocks if block.kind == "registrant" and block.signers]
    if not blocks or not all(isinstance(block.registrant, Absent) for block in blocks):
        return
    first = blocks[0]
    known = [normal_name(party.name.value) for party in stated.parties if isinstance(party.name, Located)]
    said = normal_name(first.sentence.value) if isinstance(first.sentence, Located) else ""
    if any(name.split() and name.split()[0] in said.split() for name in known):
        return
    yield Observation(
        first.sentence if isinstance(first.sentence, Located) else first.span,
        "the signature block names no registrant",
        related=[(signer.conformed, "the signature") for signer in first.signers[:1]],
    )
