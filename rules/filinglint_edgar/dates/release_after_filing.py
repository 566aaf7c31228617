"""DTE014."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.release_dates import ReleaseDates, release_dates
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE014",
    "release-dated-after-filing",
    reads=(header, release_dates),
    remedy="correct the date; look at the year first",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def release_after_filing(stated: Header, releases: tuple[ReleaseDates, ...]) -> Iterator[Observation]:
    """A press release that is attached to a report is not dated later than the report is filed.

    It was filed, so it was there; a later date is a typing error. A release kept back until the next morning should be
    filed then.
    """
    filed = stated.filed.value
    for each in releases:
        for leaf, where in ((each.listed, "the list"), (each.told, "the text"), (each.printed, "its own dateline")):
            if isinstance(leaf, Located) and leaf.value > filed:
                yield Observation(
                    leaf,
                    f"the press release of exhibit '{each.number.value}' is dated {leaf.value.isoformat()} in {where}, "
                    f"and was filed on {filed.isoformat()}",
                    related=[(stated.filed, f"filed on {filed.isoformat()}")],
                )
                break
