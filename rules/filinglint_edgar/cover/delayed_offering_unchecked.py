"""COV075."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.facing_page import FacingPage, facing_page
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "COV075",
    "delayed-offering-unchecked",
    reads=(cover_page, facing_page),
    remedy="check the box on Rule 415, or correct the date of the sale",
    authority=Authority("Form S-1 and Form S-3, facing page; Securities Act Rule 415 (17 CFR 230.415)"),
    forms=frozenset(("S-1", "S-3", "S-3ASR", "F-1", "F-3", "F-3ASR")),
)
def delayed_offering_unchecked(cover: CoverPage, page: FacingPage) -> Iterator[Observation]:
    """An offering that is made from time to time is one under Rule 415, and its box is checked.

    The two stand a few lines apart, and the box is that of the last statement.
    """
    box, continuous = cover.box("delayed_offering_415").ticked, page.continuous
    if isinstance(box, Located) and isinstance(continuous, Located) and not box.value:
        yield Observation(
            box,
            "the box on Rule 415 is not checked, and the securities are sold from time to time",
            related=[(continuous, "when the sale is to begin")],
        )
