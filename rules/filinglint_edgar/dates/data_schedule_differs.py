"""DTE031."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.data_schedule import DataSchedule, data_schedule
from filinglint.facts.header import Header, as_date, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule

_MONTH = 31  # days: years and quarters of whole weeks end some days away
_OTHER_PERIODS = {True: ("3-MOS", "6-MOS", "9-MOS"), False: ("YEAR",)}


@rule(
    "DTE031",
    "data-schedule-differs",
    reads=(data_schedule, header),
    remedy="fill the schedule in for the period of this report",
    authority=Authority(
        "Regulation S-K, Item 601(c)(1) (17 CFR 229.601(c)): financial data schedules",
        effective_from=date(1993, 4, 26),
        effective_to=date(2001, 6, 6),
    ),
    severity=Severity.INFO,
    forms=(TEN_K | TEN_Q) - {"10-KT", "10-KT405", "10-QT"},
)
def data_schedule_differs(schedule: DataSchedule, stated: Header) -> Iterator[Observation]:
    """The financial data schedule is of the period of its report, and of the registrant's fiscal year.

    The schedule of the report before was the template, and one of its first rows is still that report's.
    """
    period, end = stated.period, schedule.period_end
    if isinstance(end, Located) and abs((end.value - period.value).days) > _MONTH:
        yield Observation(
            end,
            f"the financial data schedule is of a period that ends on {end.value}, the report of {period.value}",
            related=[(period, "the period in the header")],
        )
    annual = stated.form.value.removesuffix("/A") in TEN_K
    kind, year_end = schedule.period_type, schedule.year_end
    if isinstance(kind, Located) and kind.value.upper() in _OTHER_PERIODS[annual]:
        yield Observation(
            kind,
            f"the financial data schedule is for '{kind.value}', the report is on Form {stated.form.value}",
            related=[(stated.form, "the submission type in the header")],
        )
    for party in stated.registrants[:1]:
        own = party.fiscal_year_end
        if isinstance(own, Located) and isinstance(year_end, Located) and _apart(year_end.value, own.value):
            yield Observation(
                year_end,
                f"the fiscal year of the financial data schedule ends on {year_end.value}, that of the header on "
                f"'{own.value}'",
                related=[(own, "the fiscal year end in the header")],
            )


def _apart(end: date, words: str) -> bool:
    """Tell whether *end* is more than a month from the day of the year that *words* are, in every year."""
    days = [day for shift in (-1, 0, 1) if (day := as_date(f"{end.year + shift}{words}"))]
    return bool(days) and all(abs((end - day).days) > _MONTH for day in days)
