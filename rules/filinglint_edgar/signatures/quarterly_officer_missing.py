"""SIG017."""

from collections.abc import Iterator

from filinglint.facts.offices import Offices, offices
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import TEN_Q, Authority, Unclear, rule


@rule(
    "SIG017",
    "quarterly-officer-missing",
    reads=(signatures, offices),
    remedy="have the principal financial or chief accounting officer sign, and say so in the title",
    authority=Authority("Form 10-Q, General Instruction G"),
    confidence=Confidence.MEDIUM,
    forms=TEN_Q,
    amendments=False,
)
def quarterly_officer_missing(signed: Signatures, held: Offices) -> Iterator[Observation | Unclear]:
    """A quarterly report is signed by the principal financial or chief accounting officer.

    Another duly authorized officer may sign besides, or the same one in both capacities.
    """
    blocks = [block for block in signed.blocks if block.signers]
    if not blocks or held.named & {"financial", "accounting"}:
        return
    signers = [signer for block in blocks for signer in block.signers]
    if any(not signer.title_lines for signer in signers):
        yield Unclear("not every signer's title can be read", blocks[0].span)
        return
    yield Observation(
        signers[0].title_lines[0],
        "nobody signs the report as principal financial or chief accounting officer",
        related=[(signer.title_lines[0], "signs as this") for signer in signers[1:4]],
        label="signs as this",
    )
