"""HDR034."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR034",
    "header-address-missing",
    reads=(header,),
    remedy="enter a business address in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3 (company data)", "should"),
    severity=Severity.INFO,
    kinds=frozenset(("submission",)),
)
def address_missing(stated: Header) -> Iterator[Observation]:
    """A filer has an address.

    The Commission writes to it. It was lost from the header, or never entered.
    """
    for party in stated.registrants:
        if (
            party.business_address is None
            and party.mail_address is None
            and isinstance(party.values and party.file_number, Located)
        ):
            yield Observation(party.name, f"the filer '{party.name.value}' has neither business nor mail address")
