"""COV049."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV049",
    "required-tag-missing",
    reads=(ixbrl_cover,),
    tags=frozenset(("ixbrl",)),
    remedy="add the tag, in the hidden section of the inline XBRL where nothing is printed",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.20 and 6.5.21", effective_from=date(2019, 6, 15)),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def required_tag_missing(tagged: IxbrlCover) -> Iterator[Observation]:
    """A tagged cover states document type, registrant and CIK.

    Without them EDGAR refuses the tagged data.
    """
    entity = tagged.entity
    for name, leaf in (
        ("DocumentType", tagged.document_type),
        ("EntityRegistrantName", entity.name),
        ("EntityCentralIndexKey", entity.cik),
    ):
        if isinstance(leaf, Absent):
            yield Observation(leaf, f"dei:{name} is not tagged")
