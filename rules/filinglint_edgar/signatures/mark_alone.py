"""SIG022."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG022",
    "signature-mark-alone",
    reads=(signatures,),
    remedy="type the signature in full, such as '/s/ Jane Doe', above the printed name",
    authority=Authority("Regulation S-T, Rule 302(a)"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def mark_alone(signed: Signatures) -> Iterator[Observation]:
    """A typed signature is the name of who signs, not a mark alone.

    "/s/" above a printed name is what is left when the name beside it was lost. Where no name is printed either,
    SIG013 says so.
    """
    for signer in signed.signers:
        if not isinstance(signer.conformed, Located) or not isinstance(signer.name, Located):
            continue
        words = signer.conformed.value
        if sum(character.isalpha() for character in words) <= 1 and "*" not in words:
            yield Observation(
                signer.conformed,
                f"'{words}' stands without the name of who signs",
                related=[(signer.name, f"the name printed: {signer.name.value}")],
            )
