"""SIG014."""

from collections.abc import Iterator

from filinglint.facts.offices import Office, Offices, offices
from filinglint.facts.registration import Registration, registration
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import TEN_K, Authority, Unclear, rule
from filinglint_edgar.signatures.capacities import is_free

_REQUIRED: dict[Office, str] = {
    "executive": "principal executive officer",
    "financial": "principal financial officer",
    "director": "director",
}


@rule(
    "SIG014",
    "annual-report-signer-missing",
    reads=(signatures, offices, registration),
    remedy="have the report signed in every capacity that the form asks for, and say the capacity",
    authority=Authority("Form 10-K, General Instruction D(2)(a)"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K,
    amendments=False,
)
def officers_missing(signed: Signatures, held: Offices, registered: Registration) -> Iterator[Observation | Unclear]:
    """An annual report is signed by the chief executive and financial officers and by the directors.

    One person may sign in several capacities. Partnerships, trusts and companies with managers are signed
    by whoever performs the functions. Depositors and servicers sign for asset-backed issuers alone.
    """
    blocks = [block for block in signed.blocks if block.signers]
    if not blocks or is_free(registered):
        return
    missing = [words for office, words in _REQUIRED.items() if office not in held.named]
    if not missing:
        return
    if any(not signer.title_lines for block in blocks for signer in block.signers):
        yield Unclear("not every signer's title can be read", blocks[-1].span)
        return
    given = " or ".join(f"'{words}'" for words in missing)
    yield Observation(
        blocks[-1].span,
        f"nobody signs the report as {given}",
        related=[(signer.title_lines[0], "signs as this") for signer in blocks[0].signers[:3]],
    )
