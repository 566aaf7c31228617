"""SIG002."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule


@rule(
    "SIG002",
    "conformed-signature-missing",
    reads=(signatures,),
    remedy="type the signature, such as '/s/ Jane Doe', once the signed page is in the registrant's files",
    authority=Authority("Regulation S-T, Rule 302(a)"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def conformed_missing(signed: Signatures) -> Iterator[Observation | Unclear]:
    """A signature in an electronic filing is in typed form.

    A block without one is a page that nobody has signed yet, or a signature that was lost when the
    document was converted. A block that one of several persons signed counts as signed.
    """
    for block in signed.blocks:
        leaves = [signer.conformed for signer in block.signers]
        if any(isinstance(leaf, Located) for leaf in leaves):
            continue
        if block.signers and not all(isinstance(leaf, Absent) for leaf in leaves):
            yield Unclear("a signature is there that cannot be read", block.span)
            continue
        yield Observation(
            leaves[0] if leaves else block.span,
            "the signature block has no typed signature",
            related=[(block.sentence, "the sentence of the block")] if isinstance(block.sentence, Located) else (),
        )
