"""COV052."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import TEN_K, Authority, rule


@rule(
    "COV052",
    "tagged-issuer-conflict",
    reads=(ixbrl_cover,),
    tags=frozenset(("ixbrl",)),
    remedy="correct the tag that is wrong",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.21", effective_from=date(2019, 6, 15)),
    severity=Severity.ERROR,
    forms=TEN_K | {"20-F"},
)
def tagged_issuer_conflict(tagged: IxbrlCover) -> Iterator[Observation]:
    """A registrant tagged as a well-known seasoned issuer is tagged as no shell company or voluntary filer.

    EDGAR suspends a submission whose tags say both.
    """
    seasoned = tagged.flag("EntityWellKnownSeasonedIssuer")
    if not seasoned.value:
        return
    for name in ("EntityShellCompany", "EntityVoluntaryFilers"):
        other = tagged.flag(name)
        if isinstance(other, Located) and other.value:
            yield Observation(
                seasoned,
                f"dei:EntityWellKnownSeasonedIssuer and dei:{name} are both tagged as true",
                related=[(other, f"dei:{name}")],
                label="dei:EntityWellKnownSeasonedIssuer",
            )
