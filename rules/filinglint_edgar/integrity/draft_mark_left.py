"""INT003."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "INT003",
    "draft-mark-left",
    reads=(slips,),
    remedy="take the mark out, and look whether this is the final text",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13): preparation of the report", "should"
    ),
    forms=EIGHT_K | TEN_K | TEN_Q,
    which="main",
)
def draft_mark_left(found: Slips) -> Iterator[Observation]:
    """A filed report is the final text, without the marks of its drafts.

    A note to the draft or the word in the head of the page says that an earlier version was attached.
    """
    for mark in found.drafts:
        yield Observation(mark, f"the words '{mark.value[:60]}' mark a draft")
