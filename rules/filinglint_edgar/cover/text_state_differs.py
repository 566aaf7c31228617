"""COV094."""

from collections.abc import Iterator

from filinglint.addresses import same_state
from filinglint.facts.company_kinds import CompanyKinds, company_kinds
from filinglint.facts.header import Header, Party, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import PROSPECTUSES, STATEMENTS


@rule(
    "COV094",
    "text-state-differs",
    reads=(company_kinds, header),
    remedy="correct the state in the text, or the company's data on EDGAR",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | PROSPECTUSES | {"DEF 14A", "DEFA14A", "PRE 14A"},
    which="main",
)
def text_state_differs(text: CompanyKinds, stated: Header) -> Iterator[Observation]:
    """Where a text says of which state the registrant is a corporation, it is that of its incorporation.

    The name must be the registrant's to the last word, and the state one of the United States, as that of the header
    is. A document that speaks of a move to another state, or of a predecessor, is not judged.
    """
    states = [(party, code) for party in stated.parties if isinstance(code := party.state_of_incorporation, Located)]
    for company in text.companies:
        for party, code in states:
            if same_state(company.state.value, code.value) is not False or not _named(party, company.before):
                continue
            if not text.moves:
                yield Observation(
                    company.state,
                    f"the text says '{company.state.value}' of the registrant, the header '{code.value}'",
                    related=[(code, f"the header says {code.value}")],
                    label="of which state it is",
                )


def _named(party: Party, before: str) -> bool:
    """Tell whether *before* ends in the name of *party*, and no longer name does."""
    if not isinstance(party.name, Located):
        return False
    words, size = before.split(), len(party.name.value.split())
    for count in (size, size + 1, size - 1):
        if 0 < count < len(words) and same_name(" ".join(words[-count:]), party.name.value):
            ahead = words[-count - 1]
            return not ahead[:1].isupper() or ahead[-1] in ',.;:)”"' or ahead.lower() in ("of", "the", "and")
    return False
