"""SIG033."""

from collections.abc import Iterator

from filinglint.facts.form_data import FormData, form_data
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "SIG033",
    "holdings-signed-before-period-end",
    reads=(form_data,),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Form 13F, signature block; Exchange Act Rule 13f-1(a) (17 CFR 240.13f-1)"),
    forms=frozenset(("13F-HR", "13F-NT")),
)
def holdings_signed_before_end(form: FormData) -> Iterator[Observation]:
    """A report of holdings is signed after the end of the quarter for which it is made.

    What is held on the last day of the quarter is known on that day at the earliest.
    """
    if not form.periods:
        return
    end = max(form.periods, key=lambda each: each.value)
    for day in form.signed:
        if day.value < end.value:
            yield Observation(
                day,
                f"signed on {day.value}, the quarter ended on {end.value}",
                related=[(end, f"the quarter ended on {end.value}")],
            )
