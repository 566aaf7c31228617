"""COV068."""

from collections.abc import Iterator

from filinglint.addresses import same_city, same_street, same_zip
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Address, Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.cover.mistyped import mistyped
from filinglint_edgar.cover.one_address import compared, streets


@rule(
    "COV068",
    "cover-zip-differs",
    reads=(cover_page, header),
    remedy="correct the ZIP code on the cover, or the company's address on EDGAR",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: address of principal executive offices"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def zip_differs(cover: CoverPage, stated: Header) -> Iterator[Observation | Unclear]:
    """One address has one ZIP code on the cover and in the header.

    Only where street and city agree are the codes compared, and only slips are reported: one digit wrong, or two
    exchanged. A large building may have a code of its own beside that of its street, which a person must decide.
    """
    code = cover.address.zip
    known = [address for party in stated.parties if (address := party.business_address) is not None]
    for address in known:
        there = address.zip
        if not isinstance(code, Located) or not isinstance(there, Located) or not _one_place(cover, address):
            continue
        if same_zip(code.value, there.value) is not False:
            continue
        if mistyped(code.value[:5], there.value[:5]):
            yield Observation(
                code,
                f"the cover gives the ZIP code '{code.value}', the header '{there.value}' for the same address",
                related=[(there, f"the header says {there.value}")],
            )
        else:
            yield Unclear(f"the ZIP code is '{code.value}' on the cover, '{there.value}' in the header", code)
        return


def _one_place(cover: CoverPage, address: Address) -> bool:
    street, there = streets(cover.address, address)
    one_city = compared(same_city, cover.address.city, address.city)
    return bool(one_city and street and there and same_street(street, there))
