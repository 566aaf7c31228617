"""COV073."""

from collections.abc import Iterator

from filinglint.addresses import same_file_number
from filinglint.facts.form_data import FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "COV073",
    "holdings-file-number-differs",
    reads=(form_data, header),
    remedy="give the manager's own Form 13F file number",
    authority=Authority("Form 13F, cover page: Form 13F file number"),
    forms=frozenset(("13F-HR", "13F-NT")),
)
def holdings_number_differs(form: FormData, stated: Header) -> Iterator[Observation]:
    """The Form 13F file number on the cover page is that of the manager in the header.

    Numbers of the managers for whom it reports stand in a list of their own and are not looked at.
    """
    number = form.file_number
    known = stated.file_numbers
    if not isinstance(number, Located) or not known:
        return
    if all(same_file_number(number.value, other.value) is False for other in known):
        yield Observation(
            number,
            f"the cover page gives file number '{number.value}', the header '{known[0].value}'",
            related=[(known[0], f"the header says {known[0].value}")],
        )
