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
    said = [(day, f"a document is said to have been filed on {day.value}, and this on") for day in earlier.days]
    # A report may speak of the annual report to come; what a statement incorporates has been filed.
    if stated.form.value.split("/")[0] in STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES:
        ended = "an annual report is said to be for the year ended"
        said = [*((end, f"{ended} {end.value}, and this was filed on") for end in earlier.years), *said]
    for day, words in said:
        if day.value > filed.value:
            yield Observation(day, f"{words} {filed.value}", related=[(filed, f"filed on {filed.value}")])
