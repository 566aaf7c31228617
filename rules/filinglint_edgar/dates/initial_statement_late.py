"""DTE008."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.dates.terms import days, longest_term


@rule(
    "DTE008",
    "initial-statement-late",
    reads=(header,),
    tags=frozenset(("deadline",)),
    remedy="state the day on which the person became subject to section 16",
    authority=Authority("Exchange Act section 16(a)(2)(B); Rule 16a-3(a) (17 CFR 240.16a-3(a))"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=frozenset(("3",)),
    amendments=False,
)
def initial_statement_late(stated: Header) -> Iterator[Observation]:
    """An initial statement on Form 3 is filed within ten days after the event that requires it.

    The event is the election as director or officer, or the purchase that made the person a ten per cent holder.
    """
    filed, event = stated.filed.value, stated.period.value
    term = longest_term(stated.form.value, filed, event, "event")
    if term is not None and filed > term[1]:
        yield Observation(
            stated.period,
            f"the statement for the event of {event.isoformat()} was due on {term[1].isoformat()}, it was filed on "
            f"{filed.isoformat()}, {days((filed - term[1]).days)} late",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
