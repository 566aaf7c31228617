"""Which term a report has, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from filinglint.business_days import add_business_days, deadlines_for, due_date
from filinglint.facts.header import Header
from filinglint.facts.reported_period import ReportedPeriod
from filinglint.finding import Observation
from filinglint.frozen import dataclass
from filinglint.rule_options import option
from filinglint.tables.closings import Deadline
from filinglint.tables.form_8k import item_in_force
from filinglint.tables.submission_types import base_type


@dataclass(frozen=True, slots=True)
class Grace:
    """How late a report may be before it is reported as late."""

    grace_days: int = option(0, "days after the longest term that are let pass", minimum=0, maximum=3650)


@dataclass(frozen=True, slots=True)
class BusinessGrace:
    """How late a current report may be before it is reported as late."""

    grace_days: int = option(0, "business days after the fourth that are let pass", minimum=0, maximum=250)


def has_four_days(number: str, event: date, filed: date) -> bool:
    """Tell whether a report of *event* under item *number* of Form 8-K has four business days from that day."""
    item = item_in_force(number, filed)
    if item is None or item.due.unit != "business-days" or item.due.count != 4:
        return False
    if number == "5.07":  # from the end of the meeting, which is its day
        return True
    if item.due.after != "event":
        return False
    # A report of results often gives the end of the quarter for the day of the announcement.
    return number != "2.02" or add_business_days(event, 1).month == event.month


def longest_term(form: str, filed: date, period: date, after: str = "period") -> tuple[Deadline, date] | None:
    """Return the term of *form* that ends last, and its last day; terms depend on the class of filer.

    None where no firm term is known that counts from *after*.
    """
    terms = [each for each in deadlines_for(base_type(form), filed, period) if each.after == after and each.firm]
    dated = [(each, due_date(each, period, lenient=True)) for each in terms]
    return max(dated, key=lambda pair: pair[1], default=None)


def late_report(stated: Header, reported: ReportedPeriod, what: str, grace: Grace) -> Iterator[Observation]:
    """Yield what there is to say of a periodic report on *what*, a year or a quarter, filed after its longest term."""
    filed, period = stated.filed.value, reported.end.value
    term = longest_term(stated.form.value, filed, period)
    if term is not None and filed > term[1] + timedelta(grace.grace_days):
        yield Observation(
            reported.end,
            f"the report for the {what} to {period.isoformat()} was due on {term[1].isoformat()} at the latest, it was "
            f"filed on {filed.isoformat()}, {days((filed - term[1]).days)} later",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )


def days(count: int) -> str:
    """Return *count* with its noun."""
    return f"{count} day{'s' * (count != 1)}"
