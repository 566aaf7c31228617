"""COV033."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV033",
    "cover-ein-malformed",
    reads=(cover_page,),
    remedy="give the number as two digits, a hyphen and seven digits",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page; 26 CFR 301.7701-12"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def ein_digits(cover: CoverPage) -> Iterator[Observation]:
    """An employer identification number has nine digits.

    One digit more or less is a slip of the hand. Foreign companies may have none, and say so.
    """
    for registrant in cover.registrants:
        number = registrant.ein
        if not isinstance(number, Located):
            continue
        digits = sum(character.isdecimal() for character in number.value)
        if digits != 9:
            yield Observation(number, f"'{number.value}' has {digits} digits, an employer number has nine")
