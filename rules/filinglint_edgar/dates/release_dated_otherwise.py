"""DTE013."""

from collections.abc import Iterator

from filinglint.facts.release_dates import ReleaseDates, release_dates
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE013",
    "release-dated-otherwise",
    reads=(release_dates,),
    remedy="give the press release the date that it bears",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def release_dated_otherwise(releases: tuple[ReleaseDates, ...]) -> Iterator[Observation]:
    """A press release has one date: in the list of exhibits, in the text that attaches it, and at its own top.

    The date is how a reader tells one release from another. One of them is left from the last report, or the release
    was put off for a day.
    """
    for each in releases:
        stated = [
            (leaf, where)
            for leaf, where in (
                (each.listed, "the list of exhibits"),
                (each.told, "the text"),
                (each.printed, "the release itself"),
            )
            if isinstance(leaf, Located)
        ]
        for leaf, where in stated[1:]:
            first, place = stated[0]
            if leaf.value != first.value:
                yield Observation(
                    first,
                    f"{place} dates the press release of exhibit '{each.number.value}' {first.value.isoformat()}, "
                    f"{where} {leaf.value.isoformat()}",
                    related=[(leaf, where)],
                )
                break
