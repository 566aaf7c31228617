"""HDR036."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.places import place


@rule(
    "HDR036",
    "header-phone-short",
    reads=(header,),
    remedy="correct the telephone number in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3 (company data)", "should"),
    confidence=Confidence.MEDIUM,
)
def phone_short(stated: Header) -> Iterator[Observation]:
    """A telephone number in the United States is given with its area code.

    Seven digits are a number of the filer's own town.
    """
    seen: set[str] = set()
    for party in stated.registrants:
        address = party.business_address
        if address is None or not isinstance(address.phone, Located) or not isinstance(address.state, Located):
            continue
        if address.phone.value in seen:
            continue
        seen.add(address.phone.value)
        where = place(address.state.value)
        digits = sum(character.isdecimal() for character in address.phone.value)
        letters = sum(character.isalpha() for character in address.phone.value)
        if where is not None and where.kind == "us" and digits + letters < 10:
            yield Observation(
                address.phone, f"'{address.phone.value}' lacks digits of a telephone number with its area code"
            )
