"""DTE019."""

from collections.abc import Iterator

from filinglint.facts.expert_letters import ExpertLetter, expert_letters
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "DTE019",
    "letter-dated-after-filing",
    reads=(expert_letters, header),
    remedy="correct the date of the opinion or consent",
    authority=Authority("Regulation S-K, Item 601(b)(5), (8) and (23) (17 CFR 229.601(b)); Securities Act Rule 439"),
    forms=STATEMENTS,
)
def letter_after_filing(letters: tuple[ExpertLetter, ...], stated: Header) -> Iterator[Observation]:
    """An opinion or consent is given before the registration statement is filed with it, or on that day.

    The days that stand alone in a line, or behind the name of a city, are looked at.
    """
    filed = stated.filed
    for letter in letters:
        for day in letter.dates:
            if day.value > filed.value:
                yield Observation(
                    day,
                    f"the {letter.kind} is dated {day.value.isoformat()}, the statement was filed on "
                    f"{filed.value.isoformat()}",
                    related=[(filed, f"filed on {filed.value.isoformat()}")],
                )
