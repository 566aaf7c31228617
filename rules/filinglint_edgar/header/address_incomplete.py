"""HDR035."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "HDR035",
    "header-address-incomplete",
    reads=(header,),
    remedy="complete the address in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3 (company data)", "should"),
)
def address_incomplete(stated: Header) -> Iterator[Observation]:
    """The business address of a filer has a street and a city.

    Half an address is a line lost from the header.
    """
    for party in stated.registrants:
        address = party.business_address
        if address is not None and isinstance(address.city, Located) and isinstance(address.street1, Absent):
            yield Observation(address.city, f"the business address of '{party.name.value}' has no street")
        elif address is not None and isinstance(address.street1, Located) and isinstance(address.city, Absent):
            yield Observation(address.street1, f"the business address of '{party.name.value}' has no city")
