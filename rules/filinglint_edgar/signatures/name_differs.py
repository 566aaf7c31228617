"""SIG007."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_person
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "SIG007",
    "signature-name-differs",
    reads=(signatures,),
    remedy="make the typed signature and the name beneath it the same person's",
    authority=Authority("Regulation S-T, Rule 302(a)"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def name_differs(signed: Signatures) -> Iterator[Observation]:
    """The name typed with a signature is the name of who signed.

    A nickname, an initial more or less, or a name by an attorney-in-fact is no difference. What remains
    is the last quarter's officer, left in one of the two lines.
    """
    for signer in signed.signers:
        if not (isinstance(signer.conformed, Located) and isinstance(signer.name, Located)):
            continue
        written = signer.conformed.value.split("/")[-1].strip(" *\\")
        family_name = written.rpartition(" ")[2]
        if family_name == written or family_name.lower() in signer.name.value.lower():
            continue
        if same_person(written, signer.name.value) is False:
            yield Observation(
                signer.conformed,
                f"signed '{signer.conformed.value}' above the name '{signer.name.value}'",
                related=[(signer.name, "the name typed beneath")],
            )
