"""COV079."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV079",
    "current-report-differs",
    reads=(first_page, header),
    remedy="call the report a current report",
    authority=Authority("Form 8-K, cover page"),
    forms=EIGHT_K,
)
def current_report_differs(page: FirstPage, stated: Header) -> Iterator[Observation]:
    """A report on Form 8-K is a current report, as its cover says.

    Annual and quarterly reports have forms of their own: the cover is of another template.
    """
    kind, form = page.kind, stated.form
    if kind.value.lower() != "current":
        yield Observation(
            kind,
            f"the cover of a report on Form {form.value} calls it '{kind.value} report'",
            related=[(form, f"the header says {form.value}")],
        )
