"""EXH046."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.facts.release_listings import NamedListing, named_listings
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.names import same_name, telling_words
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "EXH046",
    "release-of-other-company",
    reads=(named_listings, cover_page, header),
    remedy="name the registrant before its trading symbol",
    authority=Authority(
        "Form 8-K, cover page: trading symbol; Exchange Act Rule 12b-20 (17 CFR 240.12b-20)",
        effective_from=date(2019, 5, 2),
    ),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def release_of_other_company(
    named: tuple[NamedListing, ...], cover: CoverPage, stated: Header
) -> Iterator[Observation]:
    """Before the trading symbol of the registrant stands the name of the registrant.

    A name that has no word of the registrant's, present or former, comes with the release of another company.
    """
    symbols = {row.symbol.value: row.symbol for row in cover.securities.rows if isinstance(row.symbol, Located)}
    names = stated.names + stated.former_names
    names += [each.name for each in cover.registrants if isinstance(each.name, Located)]
    for each in named:
        ours = symbols.get(each.symbol.value)
        if ours is None or not names:
            continue
        strange = all(set(telling_words(each.name.value)).isdisjoint(telling_words(name.value)) for name in names)
        if strange and all(same_name(each.name.value, name.value) is False for name in names):
            yield Observation(
                each.name,
                f"'{each.name.value}' stands before the trading symbol '{ours.value}' of '{names[0].value}'",
                related=[(ours, "the trading symbol on the cover"), (names[0], "the registrant")],
            )
