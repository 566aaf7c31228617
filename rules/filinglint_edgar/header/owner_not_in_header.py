"""HDR051."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR051",
    "statement-of-other-parties",
    reads=(ownership, header),
    remedy="file the statement under the issuer and the owners that it names",
    authority=Authority(
        "EDGAR Ownership XML Technical Specification, issuerCik and rptOwnerCik", effective_from=date(2003, 6, 30)
    ),
    severity=Severity.ERROR,
    forms=frozenset(("3", "4", "5")),
)
def owner_not_in_header(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """The issuer and the owners of a statement of ownership are parties of its submission, by their CIKs.

    EDGAR makes the header from the statement: numbers that differ come from a copy that was changed, or from a header
    and a document of two filings.
    """
    known = {
        role: {party.cik.value.zfill(10): party.cik for party in stated.parties if _states(party.role, role, party.cik)}
        for role in ("ISSUER", "OWNER")
    }
    named = [("ISSUER", statement.issuer.cik), *(("OWNER", owner.cik) for owner in statement.owners)]
    for role, leaf in named:
        if isinstance(leaf, Located) and known[role] and leaf.value.zfill(10) not in known[role]:
            yield Observation(
                leaf,
                f"the statement names the {role.lower()} by CIK '{leaf.value}', "
                f"the header has {', '.join(repr(cik) for cik in list(known[role])[:3])}",
                related=[(cik, f"the header says {number}") for number, cik in list(known[role].items())[:3]],
            )


def _states(party: str, role: str, cik: object) -> bool:
    return party.endswith(role) and isinstance(cik, Located)
