"""COV063."""

from collections.abc import Iterator

from filinglint.addresses import normal_file_number, same_file_number
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_REGISTERED = ("333-", "033-", "002-")


@rule(
    "COV063",
    "registration-number-differs",
    reads=(cover_page, header),
    remedy="put the number under which this statement is registered on the facing page",
    authority=Authority("Form S-1 and Form S-3, facing page: registration number"),
    forms=STATEMENTS | AFTER_EFFECTIVENESS,
)
def registration_number_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The registration number on the facing page is the number of the statement in the header.

    An amendment under another number amends another statement. A statement that is filed for the first time has no
    number yet, and its place is blank.
    """
    numbers = list(filter(_registers, stated.file_numbers))
    if not numbers:
        return
    for registrant in cover.registrants:
        number = registrant.commission_file_number
        if not isinstance(number, Located) or not _registers(number):
            continue
        if all(same_file_number(number.value, other.value) is False for other in numbers):
            yield Observation(
                number,
                f"the facing page gives registration number '{number.value}', the header '{numbers[0].value}'",
                related=[(other, f"the header says {other.value}") for other in numbers[:3]],
                label=f"the facing page says {number.value}",
            )


def _registers(number: Located[str]) -> bool:
    return (normal_file_number(number.value) or "").startswith(_REGISTERED)
