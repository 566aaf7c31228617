"""SIG025."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG025",
    "signature-words-missing",
    reads=(signatures,),
    remedy="put the heading 'SIGNATURES' and the sentence of the form above the signature",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def sentence_missing(signed: Signatures) -> Iterator[Observation]:
    """The signature of a report stands under its heading and the sentence that says on whose behalf it is signed.

    "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to
    be signed on its behalf by the undersigned thereunto duly authorized." The later blocks of a report share the
    heading of the first.
    """
    first = next((block for block in signed.blocks if block.kind == "registrant"), None)
    if first is None:
        return
    if isinstance(first.sentence, Absent):
        yield Observation(first.span, "no sentence says on whose behalf the report is signed")
    if isinstance(first.heading, Absent):
        yield Observation(
            first.sentence if isinstance(first.sentence, Located) else first.heading,
            "no heading 'SIGNATURES' stands above the signature",
        )
