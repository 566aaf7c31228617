"""COV008."""

from collections.abc import Iterator

from filinglint.addresses import same_city, same_street, same_zip
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Address, Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.cover.one_address import compared, streets


@rule(
    "COV008",
    "cover-address-differs",
    reads=(cover_page, header),
    remedy="bring the company's address on EDGAR up to date (Form ID or a COUPDAT submission), or correct the cover",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page; Regulation S-T, Rule 10(b)"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def address_differs(cover: CoverPage, stated: Header) -> Iterator[Observation | Unclear]:
    """The address of the principal executive offices on the cover is the business address of the header.

    The header's address comes from the company's record on EDGAR, which is forgotten when a company
    moves. A street that differs within one city and ZIP code is not reported: there are too many ways to
    write one.
    """
    parties = [p for p in stated.parties if p.business_address is not None]
    if not parties:
        return
    here = cover.address
    here.block.value  # noqa: B018  (says why there is nothing to compare)
    answers = [_same(cover, address) for p in parties if (address := p.business_address) is not None]
    if True in answers:
        return
    if None in answers:
        yield Unclear("the addresses cannot be compared part by part", here.block)
        return
    first = parties[0]
    mail = first.mail_address
    hint = "; it agrees with the mail address" if mail is not None and _same(cover, mail) else ""
    address = first.business_address
    if address is not None:
        yield Observation(
            here.block,
            f"the cover gives the address '{here.block.value}', the header '{_line(address)}'{hint}",
            related=[(address.span, f"the header says {_line(address)}")],
            label="the address on the cover",
        )


def _same(cover: CoverPage, address: Address) -> bool | None:
    """Tell whether the cover's address is *address*: by city and ZIP code, and by street where both differ."""
    here = cover.address
    city = compared(same_city, here.city, address.city)
    code = compared(same_zip, here.zip, address.zip)
    if city or code:
        return True
    if city is None and code is None:
        return None
    street, there = streets(here, address)
    return bool(street and there and same_street(street, there))


def _line(address: Address) -> str:
    parts = (address.street1, address.street2, address.city, address.state, address.zip)
    return ", ".join(part.value for part in parts if isinstance(part, Located))
