"""COV047."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_BOXES = {
    "WrittenCommunications": "written_communications_425",
    "SolicitingMaterial": "soliciting_14a12",
    "PreCommencementTenderOffer": "precommencement_14d2",
    "PreCommencementIssuerTenderOffer": "precommencement_13e4",
    "EntityEmergingGrowthCompany": "egc",
    "EntityShellCompany": "shell_company",
    "EntitySmallBusiness": "smaller_reporting",
    "EntityWellKnownSeasonedIssuer": "wksi",
    "EntityVoluntaryFilers": "voluntary_filer",
    "EntityInteractiveDataCurrent": "interactive_data",
    "IcfrAuditorAttestationFlag": "icfr_attestation",
}


@rule(
    "COV047",
    "tagged-check-mark-differs",
    reads=(ixbrl_cover, cover_page),
    tags=frozenset(("ixbrl",)),
    remedy="make the tag and the check mark say the same",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.40 and 6.5.52", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def tagged_mark_differs(tagged: IxbrlCover, cover: CoverPage) -> Iterator[Observation]:
    """A check mark is tagged as it is printed.

    Many tags state a fixed true or false whatever is drawn: a mark that is changed leaves them behind.
    """
    if len(tagged.entities) > 1:
        return
    for name, box in _BOXES.items():
        said, printed = tagged.flag(name), cover.box(box).ticked
        if isinstance(said, Located) and isinstance(printed, Located) and said.value != printed.value:
            yield Observation(
                printed,
                f"the cover says {'Yes' if printed.value else 'No'}, dei:{name} is tagged as "
                f"{'true' if said.value else 'false'}",
                related=[(said, f"dei:{name}")],
                label="the check mark",
            )
