"""COV004."""

from collections.abc import Iterator

from filinglint.addresses import same_file_number
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule


@rule(
    "COV004",
    "cover-file-number-differs",
    reads=(cover_page, header),
    remedy="put the number under which the class is registered now on the cover",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def file_number_differs(cover: CoverPage, stated: Header) -> Iterator[Observation | Unclear]:
    """The Commission file number on the cover is a number of the registrant in the header.

    A reader finds a registrant's earlier reports by this number. The number of an earlier registration
    is most often left by the template of the last report: 000- before a listing, 001- after it.
    """
    numbers = stated.file_numbers
    for registrant in cover.registrants:
        number = registrant.commission_file_number
        if not isinstance(number, Located):
            if number is cover.commission_file_number:
                number.value  # noqa: B018  (says why there is nothing to compare)
            continue
        answers = [same_file_number(number.value, other.value) for other in numbers]
        if not numbers or True in answers:
            continue
        if None in answers:
            yield Unclear(f"'{number.value}' cannot be compared with the header's numbers", number)
            continue
        given = ", ".join(f"'{value}'" for value in dict.fromkeys(other.value for other in numbers[:4]))
        yield Observation(
            number,
            f"the cover gives file number '{number.value}', the header {given}",
            related=[(other, f"the header says {other.value}") for other in numbers[:4]],
            label=f"the cover says {number.value}",
        )
