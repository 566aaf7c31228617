"""INT010."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT010",
    "word-processor-error",
    reads=(slips,),
    remedy="restore the reference, and update the fields before saving",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13): preparation of the report", "should"
    ),
)
def field_error(found: Slips) -> Iterator[Observation]:
    """References in a filing lead somewhere.

    The word processor puts its error where the thing that was referred to is gone.
    """
    for words in found.field_errors:
        yield Observation(words, f"a word processor says '{words.value[:60]}' in place of a reference")
