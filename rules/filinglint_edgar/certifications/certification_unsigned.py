"""CRT008."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation, Severity
from filinglint.located import Located, Unsure
from filinglint.rule import Authority, Unclear, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT008",
    "certification-unsigned",
    reads=(certifications,),
    remedy="type the signature, such as '/s/ Jane Doe', once the signed paper is in the registrant's files",
    authority=Authority(
        "Exchange Act Rules 13a-14 and 15d-14; Regulation S-T, Rule 302(a)", effective_from=date(2002, 8, 29)
    ),
    severity=Severity.ERROR,
    forms=PERIODIC,
)
def certification_unsigned(found: Certifications) -> Iterator[Observation | Unclear]:
    """A certification is signed by the officer who makes it.

    One without a typed signature is a draft, and certifies nothing.
    """
    for certification in found.certifications:
        leaves = [signer.conformed for signer in certification.signers]
        if any(isinstance(leaf, Located) for leaf in leaves):
            continue
        pictured = "img" in certification.document.rendered.tag_names
        if pictured or any(isinstance(leaf, Unsure) for leaf in leaves):
            yield Unclear("a signature is there that cannot be read", certification.span)
            continue
        who = certification.certifier
        named = f"the certification of '{who.value}'" if isinstance(who, Located) else "the certification"
        yield Observation(
            leaves[0] if leaves else certification.span,
            f"{named} has no typed signature",
            related=[(who, "who certifies")] if isinstance(who, Located) else (),
        )
