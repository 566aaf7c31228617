"""SIG031."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.names import same_person
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS

_SHORTEST = 3  # letters of a first name; two may be initials


@rule(
    "SIG031",
    "signature-first-name-differs",
    reads=(signatures,),
    remedy="look whether the typed signature and the name beneath it are the same person's",
    authority=Authority("Regulation S-T, Rule 302(a)"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def first_name_differs(signed: Signatures) -> Iterator[Observation]:
    """The first name typed with a signature is that of the name beneath it.

    Where the family name is the same and the first names have nothing in common, one may be a familiar form that no
    list has, or that of another person of the family. Initials and the usual familiar forms are no difference.
    """
    for signer in signed.signers:
        if not (isinstance(signer.conformed, Located) and isinstance(signer.name, Located)):
            continue
        written = signer.conformed.value.split("/")[-1].strip(" *\\").split()
        printed = signer.name.value.split()
        if len(written) < 2 or len(printed) < 2 or written[-1].lower() != printed[-1].lower():
            continue
        firsts = written[0].strip(".,"), printed[0].strip(".,")
        if min(map(len, firsts)) < _SHORTEST or firsts[0][0].lower() == firsts[1][0].lower():
            continue
        if same_person(" ".join(written), signer.name.value) is False:
            yield Observation(
                signer.conformed,
                f"signed '{signer.conformed.value}' above the name '{signer.name.value}'",
                related=[(signer.name, "the name typed beneath")],
            )
