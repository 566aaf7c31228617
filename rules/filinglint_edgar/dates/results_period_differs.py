"""DTE027."""

from collections.abc import Iterator

from filinglint.facts.results_period import StrayPeriod, results_period
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE027",
    "results-period-differs",
    reads=(results_period,),
    remedy="give the period that the release is about",
    authority=Authority("Form 8-K, Item 2.02(a)", "should"),
    forms=EIGHT_K,
)
def results_period_differs(periods: tuple[StrayPeriod, ...]) -> Iterator[Observation]:
    """The period whose results a current report announces is one that the attached release is about.

    The sentence was copied from the report of an earlier year: the release names the same day of its own year, and no
    period in the year of the sentence.
    """
    for each in periods:
        yield Observation(
            each.said,
            f"the item announces the results of a period that ended {each.said.value.isoformat()}, "
            f"the release names {each.released.value.isoformat()} and no period in {each.said.value.year}",
            related=[(each.released, "in the release")],
        )
