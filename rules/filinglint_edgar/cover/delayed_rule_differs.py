"""COV085."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS


@rule(
    "COV085",
    "delayed-rule-differs",
    reads=(first_page,),
    remedy="name Rule 415",
    authority=Authority("Form S-1 and Form S-3, facing page; Securities Act Rule 415 (17 CFR 230.415)"),
    severity=Severity.INFO,
    forms=STATEMENTS | AFTER_EFFECTIVENESS,
)
def delayed_rule_differs(page: FirstPage) -> Iterator[Observation]:
    """Securities are offered on a delayed or continuous basis pursuant to Rule 415.

    Another number in that sentence of the form is mistyped.
    """
    if page.delayed_rule.value != "415":
        yield Observation(
            page.delayed_rule, f"offerings are delayed by Rule 415, the page names '{page.delayed_rule.value}'"
        )
