"""COV090."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV090",
    "cover-zip-extension",
    reads=(first_page,),
    remedy="give the ZIP code as five digits, or with an extension of four",
    authority=Authority(
        "Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: address of principal executive offices", "should"
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def zip_extension(page: FirstPage) -> Iterator[Observation]:
    """The extension of a ZIP code has four digits.

    With fewer or more it is of no place: a digit was lost, or typed twice.
    """
    for code in page.zips:
        yield Observation(code, f"'{code.value}' is no ZIP code: behind the hyphen stand four digits")
