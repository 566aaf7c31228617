"""COV007."""

from collections.abc import Iterator

from filinglint.addresses import same_state
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.cover_registrants import CoverRegistrant
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.places import place


@rule(
    "COV007",
    "cover-state-differs",
    reads=(cover_page, header),
    remedy="correct the state on the cover, or the company's data on EDGAR",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def state_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The state of incorporation on the cover is the registrant's in the header.

    A company that moves its incorporation to another state tells EDGAR late, or never.
    """
    states = [p.state_of_incorporation for p in stated.parties if isinstance(p.state_of_incorporation, Located)]
    for registrant in cover.registrants:
        state = registrant.state_of_incorporation
        if not isinstance(state, Located):
            if registrant is cover.registrant:
                state.value  # noqa: B018  (says why there is nothing to compare)
            continue
        if states and all(same_state(state.value, code.value) is False for code in states):
            shown = _own(registrant, stated) or states[:3]
            known = place(shown[0].value)
            meaning = f" ({known.name})" if known else ""
            yield Observation(
                state,
                f"the cover says '{state.value}', the header '{shown[0].value}'{meaning}",
                related=[(code, f"the header says {code.value}") for code in shown],
                label="state of incorporation",
            )


def _own(registrant: CoverRegistrant, stated: Header) -> list[Located[str]]:
    """Return the state that the header gives the party named as *registrant* is; none where it names no such party."""
    name = registrant.name
    return [
        party.state_of_incorporation
        for party in stated.parties
        if isinstance(name, Located)
        and isinstance(party.name, Located)
        and isinstance(party.state_of_incorporation, Located)
        and same_name(name.value, party.name.value)
    ]
