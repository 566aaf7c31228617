"""INT024."""

from collections.abc import Iterator

from filinglint.addresses import same_state
from filinglint.facts.header import Header, header
from filinglint.facts.state_told import StateTold, state_told
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, PROSPECTUSES, STATEMENTS


@rule(
    "INT024",
    "state-told-differs",
    reads=(state_told, header),
    remedy="name the state of incorporation, in the text or on EDGAR",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES,
)
def state_told_differs(told: StateTold, stated: Header) -> Iterator[Observation]:
    """The text gives the registrant the state of incorporation that it has.

    "Example Corp., a Nevada corporation" of a corporation of Delaware comes from the agreement of another company.
    """
    parties = [party.state_of_incorporation for party in stated.registrants]
    known = [state for state in parties if isinstance(state, Located)]
    if len(known) != 1 or len(parties) != 1:
        return
    for state in told.states:
        if same_state(state.value, known[0].value) is False:
            yield Observation(
                state,
                f"the text calls the registrant a corporation of '{state.value}', the header says '{known[0].value}'",
                related=[(known[0], "the state of incorporation in the header")],
            )
