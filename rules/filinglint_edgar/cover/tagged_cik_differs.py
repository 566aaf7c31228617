"""COV042."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV042",
    "tagged-cik-differs",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="tag the CIK of the registrant, in the contexts and as dei:EntityCentralIndexKey",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.2 and 6.5.23", effective_from=date(2009, 7, 22)),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_cik_differs(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """The tags of a cover are those of a registrant of the submission, by its CIK.

    Another company's number comes with the file that served as a template, and EDGAR refuses it.
    """
    known = {party.cik.value.zfill(10): party.cik for party in stated.parties if isinstance(party.cik, Located)}
    if not known:
        return
    said = [entity.cik for entity in tagged.entities if isinstance(entity.cik, Located)]
    for leaf in {each.value: each for each in (*tagged.identifiers, *said)}.values():
        if leaf.value.zfill(10) not in known:
            yield Observation(
                leaf,
                f"the tags are of CIK '{leaf.value}', the header has {', '.join(repr(cik) for cik in list(known)[:3])}",
                related=[(cik, f"the header says {number}") for number, cik in list(known.items())[:3]],
                label="the CIK in the tags",
            )
