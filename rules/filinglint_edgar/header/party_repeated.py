"""HDR032."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR032",
    "header-party-repeated",
    reads=(header,),
    remedy="name each party once",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (co-registrants)"),
)
def party_repeated(stated: Header) -> Iterator[Observation]:
    """Each party stands once in each role.

    A co-registrant entered twice pays and reports twice. A filer under two acts has two sections with two file
    numbers, which is right.
    """
    seen: dict[tuple[str, str, str], Located[str]] = {}
    for party in stated.parties:
        if not isinstance(party.cik, Located):
            continue
        # One filer under two acts has a section for each; forms 3 to 5 have one file number for each issuer.
        numbers = ",".join(each.file_number.value for each in party.values if isinstance(each.file_number, Located))
        forms = ",".join(each.form.value for each in party.values if isinstance(each.form, Located))
        key = (party.role, party.cik.value, f"{forms} {numbers}")
        if key in seen:
            yield Observation(
                party.cik,
                f"the party '{party.cik.value}' stands twice in the role '{party.role}'",
                related=[(seen[key], "the first of them")],
            )
        seen.setdefault(key, party.cik)
