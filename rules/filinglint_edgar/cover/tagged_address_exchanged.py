"""COV083."""

from collections.abc import Iterator
from datetime import date

from filinglint.addresses import same_city
from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV083",
    "tagged-address-exchanged",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="tag the street as the first line of the address, and the city as the city",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.47 and 6.5.48", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def tagged_address_exchanged(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """The street of the address is tagged as the street, the city as the city.

    Where the line of the street is tagged with the city that the header gives, the tags were exchanged.
    """
    cities = [party.business_address.city for party in stated.parties if party.business_address is not None]
    known = [city for city in cities if isinstance(city, Located)]
    for entity in tagged.entities:
        street, city = entity.street, entity.city
        if not isinstance(street, Located) or not isinstance(city, Located):
            continue
        meant = next((each for each in known if same_city(street.value, each.value)), None)
        if meant is not None and same_city(street.value, city.value) is False:
            yield Observation(
                street,
                f"the street is tagged as '{street.value}', which is the city, and the city as '{city.value}'",
                related=[(city, "tagged as the city"), (meant, "the city in the header")],
            )
