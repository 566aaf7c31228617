"""SIG019."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_OTHER_ACTS = {"1933": "Securities Act of 1933", "1940": "Investment Company Act of 1940"}


@rule(
    "SIG019",
    "signature-of-other-act",
    reads=(signatures,),
    remedy="put the sentence of the form above the signature: it names the Securities Exchange Act of 1934",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def sentence_of_other_act(signed: Signatures) -> Iterator[Observation]:
    """A report under the Securities Exchange Act of 1934 is signed pursuant to that Act.

    The sentence of a registration statement names the Securities Act of 1933; it comes with the
    signature page of another filing.
    """
    for block in signed.blocks:
        if not isinstance(block.sentence, Located) or "1934" in block.sentence.value:
            continue
        words = block.sentence.value
        act = next((name for year, name in _OTHER_ACTS.items() if f"of {year}" in words), None)
        if act is not None:
            yield Observation(block.sentence, f"the signature is given pursuant to the '{act}'")
