"""HDR032."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name
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
    numbers, which is right. Two parties of different names have two numbers: the one of the first was copied.
    """
    yield from _copied(stated)
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


def _copied(stated: Header) -> Iterator[Observation]:
    """Yield the numbers that parties of plainly different names share."""
    named: dict[str, tuple[Located[str], Located[str]]] = {}
    for party in stated.parties:
        cik, name = party.cik, party.name
        if not isinstance(cik, Located) or not isinstance(name, Located):
            continue
        first, first_name = named.setdefault(cik.value, (cik, name))
        known = [former.name.value for former in party.former_names if isinstance(former.name, Located)]
        if all(same_name(other, first_name.value) is False for other in (name.value, *known)):
            yield Observation(
                cik,
                f"the number '{cik.value}' is that of '{first_name.value}', and stands for '{name.value}'",
                related=[(first, f"the number of {first_name.value}"), (name, "the other party")],
            )
