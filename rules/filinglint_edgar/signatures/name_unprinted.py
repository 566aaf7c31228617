"""SIG024."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG024",
    "signer-name-unprinted",
    reads=(signatures,),
    remedy="print the name of who signs beneath the typed signature, with the title",
    authority=Authority("Form 8-K, signatures ('print name and title of the signing officer under his signature')"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def name_unprinted(signed: Signatures) -> Iterator[Observation]:
    """The name of who signs for the registrant is printed beneath the signature.

    Forms 10-K and 10-Q ask for the same in their general instructions. A mark without a name is left to SIG013.
    """
    for block in signed.blocks:
        if block.kind != "registrant":
            continue
        for signer in block.signers:
            words = signer.conformed.value if isinstance(signer.conformed, Located) else ""
            if isinstance(signer.name, Absent) and sum(character.isalpha() for character in words) > 1:
                yield Observation(
                    signer.conformed,
                    f"no name is printed beneath '{words}'",
                    related=[(signer.name, "where a printed name was looked for")],
                )
