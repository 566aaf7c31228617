"""CRT019."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_person
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC, written


@rule(
    "CRT019",
    "certification-302-joint",
    reads=(certifications,),
    remedy="give each officer a certification of his own",
    authority=Authority("Regulation S-K, Item 601(b)(31): separate certifications", effective_from=date(2003, 8, 14)),
    forms=PERIODIC,
)
def certification_joint(found: Certifications) -> Iterator[Observation]:
    """Each officer gives a separate certification under section 302.

    Two signatures below one text serve for section 906 only.
    """
    for certification in found.of_kind("302"):
        signed = [signer.conformed for signer in certification.signers if isinstance(signer.conformed, Located)]
        for other in signed[1:]:
            if same_person(written(signed[0]), written(other)) is False:
                yield Observation(
                    other,
                    f"'{written(signed[0])}' and '{written(other)}' sign one certification under section 302",
                    related=[(signed[0], "the first signature")],
                    label="the second signature",
                )
                break
