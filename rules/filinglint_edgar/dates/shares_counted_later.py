"""DTE021."""

import re
from collections.abc import Iterator

from filinglint.dates import find_dates
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import TEN_K, TEN_Q, Authority, rule

_OF_A_MEETING = pattern(r"\b(?:held|meeting)\b", re.IGNORECASE)
_NEAR = 60


@rule(
    "DTE021",
    "shares-counted-after-filing",
    reads=(cover_page, header),
    remedy="correct the day for which the shares outstanding are given",
    authority=Authority("Form 10-K and Form 10-Q, cover page: shares outstanding as of the latest practicable date"),
    forms=TEN_K | TEN_Q,
)
def shares_counted_later(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The shares outstanding are given for a day before the filing.

    Nobody can count them in advance: the year, or the month, was mistyped. A meeting to come may be spoken of there.
    """
    said, filed = cover.shares_outstanding, stated.filed
    if not isinstance(said, Located):
        return
    later = [
        each.date
        for each in find_dates(said.value)
        if each.date is not None
        and each.date > filed.value
        and not _OF_A_MEETING.search(said.value, max(0, each.start - _NEAR), each.start)
    ]
    if later:
        yield Observation(
            said,
            f"the shares outstanding are given for {later[0].isoformat()}, the report was filed on "
            f"{filed.value.isoformat()}",
            related=[(filed, f"filed on {filed.value.isoformat()}")],
        )
