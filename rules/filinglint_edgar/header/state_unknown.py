"""HDR023."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.places import place


@rule(
    "HDR023",
    "header-state-unknown",
    reads=(header,),
    remedy="correct the code in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, appendix: state and country codes"),
)
def state_unknown(stated: Header) -> Iterator[Observation]:
    """States and countries are given by EDGAR's codes of two characters.

    EDGAR has codes of its own for provinces and countries; those of the post or of ISO 3166 mean others or none.
    """
    seen: set[str] = set()
    for party in stated.parties:
        addresses = [each.state for each in (party.business_address, party.mail_address) if each is not None]
        for state in (party.state_of_incorporation, *addresses):
            if isinstance(state, Located) and state.value not in seen and place(state.value) is None:
                seen.add(state.value)
                yield Observation(state, f"'{state.value}' is no EDGAR code of a state or country")
