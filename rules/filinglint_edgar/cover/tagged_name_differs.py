"""COV045."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV045",
    "tagged-name-differs",
    reads=(ixbrl_cover, cover_page, header),
    tags=frozenset(("ixbrl",)),
    remedy="tag the registrant's name as dei:EntityRegistrantName",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.21 and 6.5.24", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_name_differs(tagged: IxbrlCover, cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The name that is tagged is that of a registrant, as the cover prints it.

    EDGAR compares it with the conformed name. Where the printed name itself is tagged, what is to be said
    of it is said of the cover.
    """
    printed = [each.name for each in cover.registrants if isinstance(each.name, Located)]
    parties = stated.names
    for entity in tagged.entities:
        name = entity.name
        if not isinstance(name, Located) or any(name.span in each.span or each.span in name.span for each in printed):
            continue
        answers = [same_name(name.value, each.value) for each in (*printed, *parties, *stated.former_names)]
        if parties and all(answer is False for answer in answers):
            yield Observation(
                name,
                f"the name is tagged as '{name.value}', the header says '{parties[0].value}'",
                related=[(each, f"the header says {each.value}") for each in parties[:3]],
                label="dei:EntityRegistrantName",
            )
