"""COV070."""

from collections.abc import Iterator

from filinglint.addresses import normal_street, same_city, same_state, same_street, same_zip
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Leaf, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.cover.mistyped import mistyped
from filinglint_edgar.cover.one_address import compared, streets


@rule(
    "COV070",
    "cover-address-part-differs",
    reads=(cover_page, header),
    remedy="correct the part of the address that is wrong, on the cover or on EDGAR",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: address of principal executive offices"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def address_part_differs(cover: CoverPage, stated: Header) -> Iterator[Observation | Unclear]:
    """The parts of one address are the same on the cover and in the header.

    Where ZIP code and city agree, so does the state; where the name of the street does too, the number of the house is
    not a slip away. What differs in more is another address. One place may lie in one city and have its post from
    another, which a person must decide.
    """
    here = cover.address
    known = [address for party in stated.parties if (address := party.business_address) is not None]
    for address in known:
        if not compared(same_zip, here.zip, address.zip):
            continue
        street, there = streets(here, address)
        one_street = bool(street and there and same_street(street, there))
        one_city = compared(same_city, here.city, address.city)
        if one_street and one_city is False:
            said, other = _said(here.city), _said(address.city)
            yield Unclear(f"the city is '{said}' on the cover, '{other}' in the header", here.city)
        elif (one_street or one_city) and compared(same_state, here.state, address.state) is False:
            said, other = _said(here.state), _said(address.state)
            yield Observation(
                here.state,
                f"the cover gives the state '{said}', the header '{other}' for one city and ZIP code",
                related=[(address.state, f"the header says {other}")],
            )
        elif not one_street and one_city and _numbered_otherwise(street, there):
            yield Observation(
                here.street[0],
                f"the cover gives the street '{street}', the header '{there}'",
                related=[(address.span, f"the header says {there}")],
            )
        return


def _said(leaf: Leaf[str]) -> str:
    return leaf.value if isinstance(leaf, Located) else ""


def _numbered_otherwise(one: str, other: str) -> bool:
    """Tell whether two streets differ by a slip in the number of the house alone."""
    number, _, name = normal_street(one).partition(" ")
    other_number, _, other_name = normal_street(other).partition(" ")
    return bool(name) and name == other_name and mistyped(number, other_number)
