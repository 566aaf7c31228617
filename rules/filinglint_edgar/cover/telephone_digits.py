"""COV061."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.places import place
from filinglint.tables.registrations import STATEMENTS

_SHORT = pattern(r"\(?[2-9]\d\d\)?[-. /–]{0,3}\d{2,3}[-. –]\d{2,4}")
_LONG = pattern(r"\(?[2-9]\d\d\)?[-. /–]{1,3}(?:\d{4}[-. –]\d{4}|\d{3}[-. –]\d{5})")


@rule(
    "COV061",
    "telephone-digit-missing",
    reads=(cover_page, header),
    remedy="give the whole telephone number",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: registrant's telephone number"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def telephone_digits(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The telephone number of a registrant in the United States has ten digits.

    Eight or nine are a number that lost some where it was typed over, eleven one with a digit too many. Who has the
    business address abroad is not looked at.
    """
    number = cover.telephone
    if not isinstance(number, Located):
        return
    digits = sum(character.isdecimal() for character in number.value)
    written = {8: _SHORT, 9: _SHORT, 11: _LONG}.get(digits)
    if written and written.fullmatch(number.value.strip()) and _all_american(stated):
        yield Observation(number, f"the telephone number '{number.value}' has {digits} digits")


def _all_american(stated: Header) -> bool:
    addresses = [party.business_address for party in stated.registrants if party.business_address is not None]
    states = [place(each.state.value) for each in addresses if isinstance(each.state, Located)]
    return bool(states) and all(where is not None and where.kind == "us" for where in states)
