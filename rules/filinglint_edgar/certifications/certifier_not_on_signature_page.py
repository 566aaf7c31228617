"""CRT017."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import TEN_K, Authority, Unclear, rule
from filinglint_edgar.certifications.certifying import certifier_of, is_among, name_of


@rule(
    "CRT017",
    "certifier-not-on-signature-page",
    reads=(certifications, signatures),
    remedy="have the officers in office on the day of filing sign the report and the certifications",
    authority=Authority(
        "Form 10-K, General Instruction D(2)(a); Exchange Act Rules 13a-14 and 15d-14",
        effective_from=date(2002, 8, 29),
    ),
    confidence=Confidence.MEDIUM,
    forms=TEN_K,
    amendments=False,
)
def certifier_not_on_signature_page(found: Certifications, signed: Signatures) -> Iterator[Observation | Unclear]:
    """The officers who certify an annual report are among those who sign it.

    Both are signed by the principal executive and financial officers. A name that only the certification
    has is a predecessor's. Quarterly reports are signed by one officer alone.
    """
    names = [name for signer in signed.signers if (name := name_of(signer))]
    for certification in found.of_kind("302"):
        who = certifier_of(certification)
        if who is None or len(names) < 3:
            continue
        answer = is_among(who, names)
        if answer is None:
            yield Unclear(f"'{who.value}' may be one of the signers", who)
        elif not answer:
            yield Observation(
                who,
                f"'{who.value}' certifies the report, and does not sign it",
                related=[(block.span, "who signs") for block in signed.blocks[:1]],
                label="who certifies",
            )
