"""DTE029."""

from collections.abc import Iterator

from filinglint.facts.release_years import StaleTitle, release_years
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE029",
    "release-title-stale",
    reads=(release_years,),
    remedy="put the year of the results in the title",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    forms=EIGHT_K,
)
def release_title_stale(titles: tuple[StaleTitle, ...]) -> Iterator[Observation]:
    """The title of a press release has the year of the results that it tells.

    A year that the release never names again, before the results of the same quarter of a later one, is left from an
    earlier release.
    """
    for each in titles:
        yield Observation(
            each.title,
            f"the title is of the '{each.title.value}', the release of the '{each.later.value}'",
            related=[(each.later, "in the release")],
        )
