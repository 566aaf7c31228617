"""SIG034."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_HALF = pattern(r"(?:/[sS](?=[ A-Z])|[sS]/(?!/|[sS]/))")


@rule(
    "SIG034",
    "signature-mark-mistyped",
    reads=(signatures,),
    remedy="write '/s/' before the name",
    authority=Authority("Regulation S-T, Rule 302(a)", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS,
)
def mark_mistyped(signed: Signatures) -> Iterator[Observation]:
    """The mark of a typed signature has both of its strokes: "/s/".

    "/s Ann Doe" and "s/ Ann Doe" are read as signatures, and are slips of the hand. Where several sign and all marks
    are such, it is the way of the filer.
    """
    marks = [signer.conformed for signer in signed.signers if isinstance(signer.conformed, Located)]
    halves = [(mark, half[0]) for mark in marks if (half := _HALF.match(mark.value))]
    if len(halves) == 1 or len(halves) < len(marks):
        for mark, said in halves:
            yield Observation(mark, f"the signature is marked '{said}', not '/s/'")
