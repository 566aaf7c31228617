"""COV009."""

from collections.abc import Iterator

from filinglint.addresses import same_phone
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV009",
    "cover-telephone-differs",
    reads=(cover_page, header),
    remedy="bring the company's data on EDGAR up to date, or correct the cover",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def telephone_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The telephone number on the cover is the registrant's in the header.

    Many companies give another of their numbers; both may be right.
    """
    phones = [
        address.phone
        for party in stated.parties
        for address in (party.business_address, party.mail_address)
        if address is not None and isinstance(address.phone, Located)
    ]
    words = cover.telephone.value
    if phones and all(same_phone(words, phone.value) is False for phone in phones):
        yield Observation(
            cover.telephone,
            f"the cover gives telephone '{words}', the header '{phones[0].value}'",
            related=[(phones[0], f"the header says {phones[0].value}")],
            label="telephone on the cover",
        )
