"""DTE020."""

from collections.abc import Iterator

from filinglint.facts.earlier_filings import EarlierFilings, earlier_filings
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, PROSPECTUSES, STATEMENTS


@rule(
    "DTE020",
    "earlier-filing-in-future",
    reads=(earlier_filings, header),
    remedy="correct the day on which the document was filed; look at the year first",
    authority=Authority("Exchange Act Rule 12b-23 (17 CFR 240.12b-23); Securities Act Rule 411 (17 CFR 230.411)"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES | {"20-F", "40-F", "6-K"},
)
def filed_before_later(earlier: EarlierFilings, stated: Header) -> Iterator[Observation]:
    """What a text says was filed was filed before the text, or with it.

    Who looks for a document that is incorporated by reference looks for it by its day.
    """
    filed = stated.filed
    # A report may speak of the annual report to come; what a statement incorporates has been filed.
    if stated.form.value.split("/")[0] in STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES:
        for end in earlier.years:
            if end.value > filed.value:
                yield Observation(
                    end,
                    f"an annual report is said to be for the year ended {end.value.isoformat()}, and this was filed on "
                    f"{filed.value.isoformat()}",
                    related=[(filed, f"filed on {filed.value.isoformat()}")],
                )
    for day in earlier.days:
        if day.value > filed.value:
            yield Observation(
                day,
                f"a document is said to have been filed on {day.value.isoformat()}, and this on "
                f"{filed.value.isoformat()}",
                related=[(filed, f"filed on {filed.value.isoformat()}")],
            )
