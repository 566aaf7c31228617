"""DOC058."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.form_data import FILLED_IN, form_data
from filinglint.facts.ownership import is_ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located, NotApplicable
from filinglint.rule import Authority, rule
from filinglint.tables.places import place


@rule(
    "DOC058",
    "form-state-unknown",
    reads=(submission,),
    remedy="choose the code of the state or country from the list of the form",
    authority=Authority("EDGAR Filer Manual, Volume II, appendix: state and country codes"),
    forms=FILLED_IN | {"3", "4", "5"},
)
def form_state_unknown(filing: Submission) -> Iterator[Observation]:
    """The addresses of a form in XML give states and countries by EDGAR's codes of two characters.

    A code that EDGAR does not have leads to no state; two letters have changed, or it is that of a post office abroad.
    """
    if filing.main is None:
        raise NotApplicable("there is no main document to read")
    if is_ownership(filing.main):
        states = [each.state for each in ownership.of(filing).owners]
    else:
        states = list(form_data.of(filing).states)
    for state in {leaf.value: leaf for leaf in reversed(states) if isinstance(leaf, Located)}.values():
        if place(state.value) is None:
            yield Observation(state, f"'{state.value}' is no EDGAR code of a state or country")
