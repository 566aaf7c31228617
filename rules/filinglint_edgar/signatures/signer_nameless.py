"""SIG013."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG013",
    "signer-nameless",
    reads=(signatures,),
    remedy="type the name of who signs, with the signature and beneath it",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures: name and title printed under the signature"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def signer_nameless(signed: Signatures) -> Iterator[Observation]:
    """The name of who signs is typed or printed with the signature.

    A mark such as "/s/" alone is a signature of nobody. A name in either of the two lines is enough.
    """
    for signer in signed.signers:
        if not isinstance(signer.conformed, Located) or not isinstance(signer.name, Absent):
            continue
        letters = [character for character in signer.conformed.value if character.isalpha()]
        if len(letters) <= 1 and "*" not in signer.conformed.value:
            yield Observation(signer.conformed, f"'{signer.conformed.value}' is signed by nobody who is named")
