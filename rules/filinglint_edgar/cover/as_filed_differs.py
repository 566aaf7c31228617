"""COV078."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_LONGEST = 14  # days: what is sent after half past five is filed on the next business day, and printed before


@rule(
    "COV078",
    "as-filed-date-differs",
    reads=(first_page, header),
    remedy="put the day of filing on the facing page",
    authority=Authority("Form S-1 and Form S-3, facing page", "should"),
    forms=STATEMENTS,
)
def as_filed_differs(page: FirstPage, stated: Header) -> Iterator[Observation]:
    """The facing page says on which day the statement is filed.

    "As filed with the Securities and Exchange Commission on" another month or year is of the statement before.
    """
    said, filed = page.as_filed, stated.filed
    if abs((said.value - filed.value).days) > _LONGEST:
        yield Observation(
            said,
            f"the facing page says 'as filed on' {said.value.isoformat()}, the header {filed.value.isoformat()}",
            related=[(filed, "filed on")],
        )
