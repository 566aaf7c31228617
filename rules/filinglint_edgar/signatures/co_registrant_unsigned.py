"""SIG018."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_MOST = 8  # guarantors in tens sign together


@rule(
    "SIG018",
    "co-registrant-unsigned",
    reads=(signatures, header),
    remedy="add a block for the registrant, or its name above the signatures that are there",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures", "should"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def co_registrant_unsigned(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """Each of several registrants signs a combined report.

    A block that names all of them, or says that one signs for all, serves; guarantors in tens are not
    looked for.
    """
    parties = [party.name for party in stated.registrants if isinstance(party.name, Located)]
    if not 2 <= len(parties) <= _MOST:
        return
    above = [name for block in signed.blocks if block.kind == "registrant" for name in block.registrants]
    if len(above) < 2:
        return
    for party in parties:
        if all(same_name(name.value, party.value) is False for name in above):
            yield Observation(
                above[0],
                f"the report is not signed for '{party.value}'",
                related=[(party, "a registrant in the header")],
                label="who signs",
            )
