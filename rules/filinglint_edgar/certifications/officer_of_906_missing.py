"""CRT021."""

from collections.abc import Iterator

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import (
    PERIODIC,
    left_out,
    may_be_unread,
    name_of,
    two_heads,
    written,
)


@rule(
    "CRT021",
    "officer-does-not-certify-906",
    reads=(certifications, signatures),
    remedy="have both officers sign the certification under section 906, or attach one of each",
    authority=Authority("18 U.S.C. 1350(a): by the chief executive and chief financial officer"),
    confidence=Confidence.MEDIUM,
    forms=PERIODIC,
)
def officer_of_906_missing(found: Certifications, signed: Signatures) -> Iterator[Observation]:
    """The certification of section 906 is that of the chief executive and the chief financial officer.

    They may sign one paper or two. One that one of them signs alone is half of what the law asks.
    """
    heads, made = two_heads(signed), found.of_kind("906")
    if heads is None or not made or may_be_unread(found):
        return
    names = [name for each in made for signer in each.signers if (name := name_of(signer))]
    if not names or (missed := left_out(heads, names)) is None:
        return
    head, office = missed
    yield Observation(
        made[0].span,
        f"'{written(head)}' signs as principal {office} officer, and makes no certification under section 906",
        related=[(head, f"signs as principal {office} officer"), (names[0], "who certifies")],
    )
