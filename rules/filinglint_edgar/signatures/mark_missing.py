"""SIG023."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.located import Located, Unsure
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG023",
    "signature-mark-missing",
    reads=(signatures,),
    remedy="put '/s/' before the name typed as the signature, once the signed page is in the registrant's files",
    authority=Authority("Regulation S-T, Rule 302(a)", obligation="should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def mark_missing(signed: Signatures) -> Iterator[Observation]:
    """A typed signature is told from a printed name by its mark, "/s/".

    A bare name at "By" may be the name of who has yet to sign. A block that another person signed with a mark
    counts as signed.
    """
    for block in signed.blocks:
        if any(isinstance(signer.conformed, Located) for signer in block.signers):
            continue
        for signer in block.signers:
            if isinstance(signer.conformed, Unsure) and "without /s/" in signer.conformed.reason:
                yield Observation(
                    signer.conformed,
                    "a name stands in the place of the signature without '/s/'",
                    related=[(signer.name, f"the name: {signer.name.value}")]
                    if isinstance(signer.name, Located)
                    else (),
                )
