"""INT009."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.rewording import reworded
from filinglint.facts.slips import Slips, slips
from filinglint.facts.web_addresses import mail_address, web_address
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT009",
    "address-misspelt",
    reads=(slips, document),
    remedy="correct the address",
    authority=Authority("RFC 3986: Uniform Resource Identifier, generic syntax", "should"),
    severity=Severity.INFO,
    fixable="unsafe",
)
def address_misspelt(found: Slips, filed: Document) -> Iterator[Observation]:
    """Addresses on the internet are written so that they lead somewhere.

    A stroke too few or a full stop too many, and the reader arrives nowhere.
    """
    for words in found.addresses:
        meant = (mail_address if words.value.startswith("@") else web_address)(words.value)
        fix = Fix("unsafe", f"write '{meant}'", reworded(filed, words.span, meant))
        yield Observation(
            words,
            f"'{words.value}' is no part of an address on the internet",
            fixes=[fix] if meant != words.value else (),
        )
