"""DTE030."""

from collections.abc import Iterator

from filinglint.facts.completion_dates import CompletionDates, completion_dates
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import PROSPECTUSES, STATEMENTS

_LONGEST = 240  # days: a statement is amended for months, and its prospectus is not always dated anew


@rule(
    "DTE030",
    "completion-date-differs",
    reads=(completion_dates, header),
    remedy="put the date of this version into the legend",
    authority=Authority("Regulation S-K, Item 501(b)(9) and (10) (17 CFR 229.501(b)): date, and legend", "should"),
    forms=STATEMENTS | PROSPECTUSES,
)
def completion_date_differs(legends: CompletionDates, stated: Header) -> Iterator[Observation]:
    """The legend "subject to completion" of a preliminary prospectus bears the date of this version.

    One of another year is that of the prospectus that was the template, or the year was not changed in January.
    """
    filed = stated.filed
    apart = [each for each in legends.days if abs((each.value - filed.value).days) > _LONGEST]
    for said in apart[:1]:
        yield Observation(
            said,
            f"the prospectus is 'subject to completion, dated' {said.value.isoformat()}, it was filed on "
            f"{filed.value.isoformat()}",
            related=[(filed, "filed on")],
        )
