"""EXH033."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.header import Header, header
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.exhibits.standing import base

_ASSET_BACKED = "6189"


@rule(
    "EXH033",
    "subsidiaries-unlisted",
    reads=(header, exhibits, listing),
    remedy="list Exhibit 21, or say that there are no subsidiaries to name",
    authority=Authority("Regulation S-K, Item 601(b)(21) (17 CFR 229.601(b)(21))"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=frozenset(("10-K", "10-K405")),
    amendments=False,
)
def subsidiaries_unlisted(stated: Header, found: Exhibits, words: Listing) -> Iterator[Observation]:
    """The exhibit index of an annual report has the list of subsidiaries, Exhibit 21.

    A registrant without subsidiaries needs none, and says so best in the index. Asset-backed issuers have none.
    """
    if any(_ASSET_BACKED in party.sic.value for party in stated.filers if isinstance(party.sic, Located)):
        return
    numbers = [each.number.value for each in found.attached] + [own.value for e in found.listed for own in e.numbers]
    few = len({base(own.value) for entry in found.listed for own in entry.numbers}) < 4
    if few or any(base(number) == "21" for number in numbers) or words.speaks_of("subsidiar"):
        return
    one = next(each for each in found.lists if each.entries)
    yield Observation(
        one.heading if isinstance(one.heading, Located) else one.span,
        "the list has no exhibit 21, and speaks of no subsidiaries",
    )
