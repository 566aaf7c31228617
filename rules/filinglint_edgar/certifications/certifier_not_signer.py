"""CRT016."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC, is_among, name_of, written


@rule(
    "CRT016",
    "certifier-is-not-signer",
    reads=(certifications,),
    remedy="make the officer named in the first line and the one who signs the same person",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32)", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def certifier_not_signer(found: Certifications) -> Iterator[Observation]:
    """The officer who says "I certify" is the one who signs.

    The text of one officer is copied for the other, and the name is changed in one of the two places.
    """
    for certification in found.certifications:
        who = certification.certifier
        signers = [name for signer in certification.signers if (name := name_of(signer))]
        if isinstance(who, Located) and signers and is_among(who, signers) is False:
            yield Observation(
                who,
                f"'{who.value}' certifies, and '{written(signers[0])}' signs",
                related=[(signers[0], "who signs")],
                label="who certifies",
            )
