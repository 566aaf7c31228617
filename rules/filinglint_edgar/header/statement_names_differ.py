"""HDR052."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name, same_person
from filinglint.rule import Authority, rule


@rule(
    "HDR052",
    "statement-name-differs",
    reads=(ownership, header),
    remedy="give the name that EDGAR has for that CIK, or the CIK of the party that is meant",
    authority=Authority("Form 3, Form 4 and Form 5, items 1 and 2 or 3", effective_from=date(2003, 6, 30)),
    forms=frozenset(("3", "4", "5")),
)
def statement_names_differ(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """The issuer and the owners of a statement of ownership bear the names that EDGAR has for their CIKs.

    Compared by meaning, with former names too. Whose CIK is not in the header is left to HDR051.
    """
    parties = {party.cik.value.zfill(10): party for party in stated.parties if isinstance(party.cik, Located)}
    named = [(statement.issuer.cik, statement.issuer.name), *((owner.cik, owner.name) for owner in statement.owners)]
    for cik, name in named:
        party = parties.get(cik.value.zfill(10)) if isinstance(cik, Located) else None
        if party is None or not isinstance(name, Located):
            continue
        leaves = (party.name, *(former.name for former in party.former_names))
        known = [leaf for leaf in leaves if isinstance(leaf, Located)]
        if known and not any(_may_be_same(name.value, leaf.value) for leaf in known):
            yield Observation(
                name,
                f"the statement gives CIK {party.cik.value} the name '{name.value}', the header '{known[0].value}'",
                related=[(known[0], f"the header says {known[0].value}")],
            )


def _may_be_same(one: str, other: str) -> bool:
    return same_name(one, other) is not False or same_person(one, other) is True
