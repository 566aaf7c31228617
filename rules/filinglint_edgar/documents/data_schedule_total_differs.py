"""DOC059."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.balance_sheets import balance_sheets
from filinglint.facts.data_schedule import DataSchedule, data_schedule
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "DOC059",
    "data-schedule-total-differs",
    reads=(data_schedule, submission),
    remedy="take the total from the balance sheet",
    authority=Authority(
        "Regulation S-K, Item 601(c)(1) (17 CFR 229.601(c)): financial data schedules",
        effective_from=date(1993, 4, 26),
        effective_to=date(2001, 6, 6),
    ),
    severity=Severity.INFO,
    forms=TEN_K | TEN_Q,
)
def data_schedule_total_differs(schedule: DataSchedule, filing: Submission) -> Iterator[Observation]:
    """The total assets of the financial data schedule are those of the balance sheet.

    Only a number that has the digits of the other in another order is shown: it was mistyped. A schedule may count in
    other units, and round.
    """
    said = schedule.total_assets
    totals = [
        total
        for document in filing.documents
        if document.readable and not document.type_name.startswith("EX-27")
        for sheet in balance_sheets.of(filing, document)
        for total in sheet.assets
    ]
    digits = _digits(said.value)
    if any(_digits(total.value).rstrip("0") == digits.rstrip("0") for total in totals):
        return
    for total in totals[:1]:
        if sorted(_digits(total.value)) == sorted(digits) and len(set(digits)) > 1:
            yield Observation(
                said,
                f"the financial data schedule has total assets of '{said.value}', the balance sheet '{total.value}'",
                related=[(total, "total assets in the balance sheet")],
            )


def _digits(amount: str) -> str:
    return "".join(filter(str.isdecimal, amount))
