"""COV077."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV077",
    "commission-zip-wrong",
    reads=(first_page,),
    remedy="write 'Washington, D.C. 20549'",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | {"20-F"},
)
def commission_zip_wrong(page: FirstPage) -> Iterator[Observation]:
    """The Commission is at Washington, D.C. 20549.

    The head of every form says so, and is seldom read before it is filed.
    """
    if page.zip.value != "20549":
        yield Observation(page.zip, f"the ZIP code of the Commission is 20549, the cover gives '{page.zip.value}'")
