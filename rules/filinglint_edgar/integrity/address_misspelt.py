"""INT009."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT009",
    "address-misspelt",
    reads=(slips,),
    remedy="correct the address",
    authority=Authority("RFC 3986: Uniform Resource Identifier, generic syntax", "should"),
    severity=Severity.INFO,
)
def address_misspelt(found: Slips) -> Iterator[Observation]:
    """Addresses on the internet are written so that they lead somewhere.

    A stroke too few or a full stop too many, and the reader arrives nowhere.
    """
    for words in found.addresses:
        yield Observation(words, f"'{words.value}' is no part of an address on the internet")
