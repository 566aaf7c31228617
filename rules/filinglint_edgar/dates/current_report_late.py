"""DTE001."""

from collections.abc import Iterator

from filinglint.business_days import add_business_days, business_days_between
from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.officer_changes import OfficerChanges, officer_changes
from filinglint.finding import Confidence, Observation, Somewhere
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, Unclear, rule
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.dates.terms import BusinessGrace, has_four_days


@rule(
    "DTE001",
    "current-report-late",
    reads=(header, header_items, officer_changes),
    options=BusinessGrace,
    tags=frozenset(("deadline",)),
    remedy="state the date of the earliest event that is reported; a report that is late counts against Form S-3",
    authority=Authority("Form 8-K, General Instruction B.1", effective_from=SWITCH_DATE),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def current_report_late(
    stated: Header, named: HeaderItems, changes: OfficerChanges, options: BusinessGrace
) -> Iterator[Observation | Unclear]:
    """A current report is filed within four business days after the event, unless its item says otherwise.

    The days are those of EDGAR: an event on a day without business counts from the next, and what is accepted after
    17:30 Eastern is filed the next business day. Items 7.01, 8.01 and 9.01 have no such term. An earlier event that
    is reported along with the one the report was written for is how it happens.
    """
    filed, event = stated.filed.value, stated.period.value
    bound = [item for item in named.named if has_four_days(item.number, event, filed)]
    due = add_business_days(event, 4, lenient=True)
    if not bound or filed <= add_business_days(due, options.grace_days, lenient=True):
        return
    if {item.number for item in bound} == {"5.02"} and changes.kinds == {"an appointment of an officer"}:
        yield Unclear("an appointment may be reported when it is announced", bound[0].words)
        return
    late = business_days_between(due, filed, lenient=True)
    listed = ", ".join(dict.fromkeys(item.number for item in bound))
    related: list[tuple[Somewhere, str]] = [
        (stated.filed, f"filed on {filed.isoformat()}"),
        *((item.words, f"Item {item.number} has four business days") for item in bound),
    ]
    if isinstance(stated.accepted, Located) and stated.accepted.value.date() == due < filed:
        related.append((stated.accepted, f"accepted at {stated.accepted.value:%H:%M}, after 17:30"))
    yield Observation(
        stated.period,
        f"the report of the event of {event.isoformat()} was due on {due.isoformat()} under Item {listed} "
        f"(four business days), it was filed on {filed.isoformat()}, {late} business day{'s' * (late != 1)} late",
        related=related,
        label=f"the earliest event, {event.isoformat()}",
    )
