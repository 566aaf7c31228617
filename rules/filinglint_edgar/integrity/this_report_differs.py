"""INT019."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.this_report import ThisReport, this_report
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.submission_types import base_type

_FORMS = (("8-K", EIGHT_K), ("10-K", TEN_K), ("10-Q", TEN_Q))


@rule(
    "INT019",
    "this-report-differs",
    reads=(
        this_report,
        header,
    ),
    remedy="call the report by the form that it is filed on",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def this_report_differs(named: tuple[ThisReport, ...], stated: Header) -> Iterator[Observation]:
    """The text speaks of the report by the form that it is filed on.

    "This Quarterly Report on Form 10-Q" in another report is left from the last one.
    """
    form = stated.form
    filed = next((name for name, forms in _FORMS if base_type(form.value) in forms), None)
    strays = [each.words for each in named if each.form != filed]
    if filed and strays:
        yield Observation(
            strays[0],
            f"the text speaks of '{strays[0].value}', the report is filed on Form {form.value}",
            related=[(form, "the submission type in the header"), *((each, "once more") for each in strays[1:5])],
        )
