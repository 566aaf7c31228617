"""EDGAR's business days, the day a submission counts as filed, and what falls due when.

EDGAR takes no filings on Saturdays, Sundays and federal holidays (17 CFR 232.11 and 232.13), and on days that an
order of the President or the Commission treats as such. Days marked low in the table gave relief at most: EDGAR
may have run. They are days of business here, unless *lenient* is asked for.
"""

from datetime import date, datetime, time, timedelta

from filinglint.tables.closings import Deadline, deadlines, holidays, late_forms, special_closings

CUTOFF = time(17, 30)
"""A submission begun later (US Eastern) counts for the next business day."""
LATE_CUTOFF = time(22, 0)
"""The same for ownership reports and other late forms."""
# The stamp is of the acceptance, the cutoff of the start of transmission: minutes pass between them, and filings
# accepted at 17:34 and 17:35 have been seen with either date.
_DAY = timedelta(days=1)


def is_business_day(day: date, *, lenient: bool = False) -> bool:
    """Whether EDGAR takes filings on *day*; *lenient* counts days of relief as closed."""
    if day.weekday() >= 5 or day in holidays():
        return False
    closing = special_closings().get(day)
    return closing is None or not (closing.firm or lenient)


def next_business_day(day: date, *, lenient: bool = False) -> date:
    """Return the first business day after *day*."""
    day += _DAY
    while not is_business_day(day, lenient=lenient):
        day += _DAY
    return day


def business_day_on_or_after(day: date, *, lenient: bool = False) -> date:
    """Return *day* or, if it is no business day, the next one: where a deadline moves to (Rule 0-3)."""
    return day if is_business_day(day, lenient=lenient) else next_business_day(day, lenient=lenient)


def add_business_days(day: date, count: int, *, lenient: bool = False) -> date:
    """Return the *count*-th business day after *day*, or before it when *count* is negative.

    An event on a day without business thus counts from the next business day, which is the first of the count
    (Form 8-K, General Instruction B.1).
    """
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day, lenient=lenient)
    return day


def business_days_between(first: date, last: date, *, lenient: bool = False) -> int:
    """Return the number of business days after *first* up to *last*, itself included; negative when it is before."""
    if last < first:
        return -business_days_between(last, first, lenient=lenient)
    whole_weeks, days = divmod((last - first).days, 7)
    count = whole_weeks * 5 + sum(
        (first + (whole_weeks * 7 + each) * _DAY).weekday() < 5 for each in range(1, days + 1)
    )
    closed = [day for day in (*holidays(), *special_closings()) if first < day <= last and day.weekday() < 5]
    return count - sum(not is_business_day(day, lenient=lenient) for day in set(closed))


def is_late_form(form: str, on: date) -> bool:
    """Whether submissions of type *form* count for the same day until 22:00 on the day *on*."""
    code = form.strip().upper()
    return any(code in each.forms and each.in_force(on) for each in late_forms())


def filing_date_for(acceptance: datetime, form: str = "") -> date:
    """Return the filing date of a submission whose transmission began at *acceptance* (US Eastern)."""
    day = acceptance.date()
    cutoff = LATE_CUTOFF if is_late_form(form, day) else CUTOFF
    return next_business_day(day) if acceptance.time() > cutoff else business_day_on_or_after(day)


def deadlines_for(form: str, filed: date, period: date | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines that hold for a report *form*; those by class of filer are several.

    A deadline that depends on the end of the period is left out when *period* is None.
    """
    code = form.strip().upper()
    found = []
    for each in deadlines():
        day = period if each.judged_by == "period" else filed
        if code in each.forms and day is not None and each.in_force(day):
            found.append(each)
    return tuple(found)


def due_date(deadline: Deadline, start: date, *, lenient: bool = False) -> date:
    """Return the last day on which a report is in time under *deadline*, counted from *start*."""
    if deadline.unit == "business-days":
        return add_business_days(start, deadline.count, lenient=lenient)
    if deadline.unit == "calendar-days":
        return business_day_on_or_after(start + deadline.count * _DAY, lenient=lenient)
    month = start.month - 1 + deadline.count
    first = date(start.year + month // 12, month % 12 + 1, 1)
    next_first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    ends_month = (start + _DAY).day == 1
    day = next_first - _DAY if ends_month else min(first.replace(day=1) + (start.day - 1) * _DAY, next_first - _DAY)
    return business_day_on_or_after(day, lenient=lenient)
