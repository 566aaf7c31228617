"""SIG015."""

from collections.abc import Iterator

from filinglint.facts.offices import Offices, offices
from filinglint.facts.registration import Registration, registration
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_K, Authority, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.signatures.capacities import is_free


@rule(
    "SIG015",
    "accounting-officer-missing",
    reads=(signatures, offices, registration),
    remedy="add '(Principal Accounting Officer)' to the title of who performs the function",
    authority=Authority("Form 10-K, General Instruction D(2)(a); Form S-1 and Form S-3, signatures, Instruction 1"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=TEN_K | STATEMENTS,
    amendments=False,
)
def accounting_officer_missing(signed: Signatures, held: Offices, registered: Registration) -> Iterator[Observation]:
    """An annual report or registration statement is signed by the controller or principal accounting officer.

    The chief financial officer often is both, and the title should say so: the staff asks for it in
    comment letters.
    """
    blocks = [block for block in signed.blocks if block.signers]
    if blocks and "accounting" not in held.named and not is_free(registered):
        yield Observation(blocks[-1].span, "nobody signs as controller or principal accounting officer")
