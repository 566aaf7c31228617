"""INT002."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "INT002",
    "placeholder-left",
    reads=(slips,),
    remedy="fill the blank in, or take it out",
    authority=Authority("Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13): preparation of the report"),
    forms=EIGHT_K | TEN_K | TEN_Q,
    which="main",
)
def placeholder_left(found: Slips) -> Iterator[Observation]:
    """A report states what its form asks for, and leaves no blank of a template open.

    Blanks in brackets are filled last and forgotten first. Forms of agreements among the exhibits have them by
    nature and are not judged, nor are the asterisks of confidential treatment.
    """
    for blank in found.blanks:
        yield Observation(blank, f"the blank '{blank.value[:60]}' is left open")
