"""COV065."""

from collections.abc import Iterator

from filinglint.addresses import normal_file_number, same_file_number
from filinglint.facts.header import Header, header
from filinglint.facts.prospectus import Prospectus, prospectus
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import PROSPECTUSES
from filinglint_edgar.cover.mistyped import mistyped


@rule(
    "COV065",
    "prospectus-number-differs",
    reads=(prospectus, header),
    remedy="name the registration statement to which the prospectus relates, and file the prospectus under it",
    authority=Authority("Securities Act Rule 424(e) (17 CFR 230.424(e))"),
    forms=PROSPECTUSES,
)
def prospectus_number_differs(page: Prospectus, stated: Header) -> Iterator[Observation]:
    """The registration numbers on the first page of a prospectus are those under which it is filed.

    By this number the securities are known to be registered. The number of an earlier shelf is left by the template of
    the last offering. Where a prospectus relates to several statements, one of its numbers is enough, but for one that
    is a slip away from the header's.
    """
    numbers = stated.file_numbers
    if not numbers or not page.numbers:
        return
    strange = [one for one in page.numbers if all(same_file_number(one.value, each.value) is False for each in numbers)]
    if len(strange) < len(page.numbers):
        strange = [one for one in strange if any(_is_slip(one.value, each.value) for each in numbers)]
    for one in strange[:1]:
        yield Observation(
            one,
            f"the prospectus gives registration number '{one.value}', the header '{numbers[0].value}'",
            related=[(other, f"the header says {other.value}") for other in numbers[:3]],
        )


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two numbers of the same prefix and suffix are a slip apart."""
    first, second = (normal_file_number(each) or "" for each in (one, other))
    ours, theirs = first.split("-"), second.split("-")
    return (
        len(ours) == len(theirs) >= 2
        and ours[0] == theirs[0]
        and ours[2:] == theirs[2:]
        and mistyped(ours[1], theirs[1])
    )
