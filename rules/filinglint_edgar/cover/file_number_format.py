"""COV032."""

from collections.abc import Iterator

from filinglint.addresses import normal_file_number
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV032",
    "cover-file-number-malformed",
    reads=(cover_page,),
    remedy="give the number as prefix and number, such as 001-31989",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page: Commission file number"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def file_number_format(cover: CoverPage) -> Iterator[Observation]:
    """A Commission file number is the prefix of the Act and a number, joined by a hyphen.

    Zeros in front may be left out. Anything else is another number, or has lost a digit.
    """
    for registrant in cover.registrants:
        number = registrant.commission_file_number
        if isinstance(number, Located) and normal_file_number(number.value) is None:
            yield Observation(number, f"'{number.value}' is no file number of the Commission")
