"""SIG005."""

import re
from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.registration import Registration, registration
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.names import is_series_of, same_name
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_REGISTERING = STATEMENTS | AFTER_EFFECTIVENESS
_CAPACITY = pattern(r"\s{0,40}\((?:registrants?|issuer|depositor|the company)\)\s*$", re.IGNORECASE)


@rule(
    "SIG005",
    "signature-registrant-differs",
    reads=(signatures, header, registration),
    remedy="put the registrant's own name above the signature",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, signatures"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | _REGISTERING,
)
def registrant_differs(signed: Signatures, stated: Header, registered: Registration) -> Iterator[Observation]:
    """The registrant signs the report, or the registration statement, under its own name.

    Depositors and servicers sign for trusts, general partners for partnerships: a block in which one
    of the names is the registrant's, in any part, is right. A depositor signs for each series of its own, and the
    annual report of an asset-backed issuer may be signed by its servicer alone.
    """
    form = stated.form.value.removesuffix("/A")
    if form in TEN_K and isinstance(registered.asset_backed, Located):
        return
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
    what = "registration statement" if form in _REGISTERING else "report"
    yield Observation(
        name,
        f"the {what} is signed for '{name.value}', the header names '{parties[0].value}'",
        related=[(known, f"the header says {known.value}") for known in parties[:3]],
        label="who signs",
    )
