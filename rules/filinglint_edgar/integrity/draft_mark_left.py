"""INT003."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, PROSPECTUSES, STATEMENTS

# Preliminary proxy statements, letters to the staff and draft registration statements may call themselves drafts.
_FINAL = frozenset(
    (
        *("20-F", "40-F", "6-K", "10-D", "11-K", "NT 10-K", "NT 10-Q", "8-A12B", "8-A12G", "DEF 14A", "DEFM14A"),
        *("SC 13D", "SC 13G", "SC TO-T", "SC TO-I", "SC 14D9", "485BPOS", "497", "497K"),
    )
)


@rule(
    "INT003",
    "draft-mark-left",
    reads=(slips,),
    remedy="take the mark out, and look whether this is the final text",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13), and Securities Act of 1933, Rule 403"
        " (17 CFR 230.403): preparation of the report or statement",
        "should",
    ),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES | _FINAL,
    which="main",
)
def draft_mark_left(found: Slips) -> Iterator[Observation]:
    """What is filed is the final text, without the marks of its drafts.

    A note to the draft or the word in the head of the page says that an earlier version was attached.
    """
    for mark in found.drafts:
        yield Observation(mark, f"the words '{mark.value[:60]}' mark a draft")
