"""DTE028."""

from collections.abc import Iterator

from filinglint.facts.results_quarter import StrayQuarter, results_quarter
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE028",
    "results-quarter-differs",
    reads=(results_quarter,),
    remedy="name the quarter that the release is about",
    authority=Authority("Form 8-K, Item 2.02(a)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def results_quarter_differs(quarters: tuple[StrayQuarter, ...]) -> Iterator[Observation]:
    """The quarter whose results a current report announces is the one that the attached release is about.

    The sentence was copied from the report of another quarter. Only where item and release name one quarter each are
    they compared: a release looks back and ahead.
    """
    for each in quarters:
        yield Observation(
            each.said,
            f"the item announces the results of the '{each.said.value}', the release is about the "
            f"'{each.released.value}'",
            related=[(each.released, "in the release")],
        )
