"""SIG005."""

import re
from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.names import is_series_of, same_name
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_Q, Authority, rule

_CAPACITY = pattern(r"\s{0,40}\((?:registrants?|issuer|depositor|the company)\)\s*$", re.IGNORECASE)


@rule(
    "SIG005",
    "signature-registrant-differs",
    reads=(signatures, header),
    remedy="put the registrant's own name above the signature",
    authority=Authority("Form 8-K and Form 10-Q, signatures"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_Q,
)
def registrant_differs(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """The registrant signs the report under its own name.

    Depositors and servicers sign for trusts, general partners for partnerships: a block in which one
    of the names is the registrant's, in any part, is right. A depositor signs for each series of its own.
    """
    parties = stated.names
    former = stated.former_names
    blocks = [block for block in signed.blocks if block.kind == "registrant" and block.registrants]
    if not parties or not blocks:
        return
    for block in blocks:
        names = [_CAPACITY.sub("", name.value) for name in block.registrants]
        pairs = [(name, known.value) for name in names for known in (*parties, *former)]
        if any(same_name(*pair) is not False or is_series_of(*pair) for pair in pairs):
            return
    name = blocks[0].registrants[0]
    yield Observation(
        name,
        f"the report is signed for '{name.value}', the header names '{parties[0].value}'",
        related=[(known, f"the header says {known.value}") for known in parties[:3]],
        label="who signs",
    )
