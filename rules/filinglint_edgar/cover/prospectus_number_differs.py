"""COV065."""

from collections.abc import Iterator

from filinglint.addresses import same_file_number
from filinglint.facts.header import Header, header
from filinglint.facts.prospectus import Prospectus, prospectus
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import PROSPECTUSES


@rule(
    "COV065",
    "prospectus-number-differs",
    reads=(prospectus, header),
    remedy="name the registration statement to which the prospectus relates, and file the prospectus under it",
    authority=Authority("Securities Act Rule 424(e) (17 CFR 230.424(e))"),
    forms=PROSPECTUSES,
)
def prospectus_number_differs(page: Prospectus, stated: Header) -> Iterator[Observation]:
    """A registration number on the first page of a prospectus is the number under which it is filed.

    By this number the securities are known to be registered. The number of an earlier shelf is left by the template of
    the last offering.
    """
    given = [values.file_number for party in stated.parties for values in party.values]
    numbers = [number for number in given if isinstance(number, Located)]
    if not numbers or not page.numbers:
        return
    answers = [same_file_number(one.value, other.value) for one in page.numbers for other in numbers]
    if not any(answer is not False for answer in answers):
        first = page.numbers[0]
        yield Observation(
            first,
            f"the prospectus gives registration number '{first.value}', the header '{numbers[0].value}'",
            related=[(other, f"the header says {other.value}") for other in numbers[:3]],
        )
