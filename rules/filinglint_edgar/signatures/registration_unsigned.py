"""SIG026."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located, Unsure
from filinglint.rule import Authority, Unclear, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "SIG026",
    "registration-statement-unsigned",
    reads=(signatures,),
    remedy="add the signature page with the typed signatures",
    authority=(
        Authority("Securities Act, section 6(a) (15 U.S.C. 77f(a))"),
        Authority("Regulation S-T, Rule 302(a)"),
    ),
    forms=STATEMENTS,
)
def registration_unsigned(signed: Signatures) -> Iterator[Observation | Unclear]:
    """A registration statement is signed by the issuer, its officers and a majority of its directors.

    What is looked for is one typed signature. An asterisk is none: it stands for persons for whom an attorney-in-fact
    signs, and somebody must.
    """
    leaves = [signer.conformed for signer in signed.signers]
    if not signed.blocks:
        yield Observation(signed.looked, "the registration statement has no signature block")
    elif any(isinstance(leaf, Located) and leaf.value.strip("* ") for leaf in leaves):
        return
    elif any(isinstance(leaf, Unsure) for leaf in leaves):
        yield Unclear("signatures are there that cannot be read", signed.blocks[0].span)
    else:
        block = signed.blocks[0]
        yield Observation(
            block.sentence if isinstance(block.sentence, Located) else block.span,
            "no signature block of the registration statement has a typed signature",
        )
