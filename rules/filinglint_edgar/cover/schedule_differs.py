"""COV080."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_FORMS = {"SC 13D": "13D", "SC 13G": "13G"}


@rule(
    "COV080",
    "schedule-differs",
    reads=(first_page, header),
    remedy="name the schedule that is filed, or file under the type of the one that is named",
    authority=Authority("Exchange Act Rule 13d-1 (17 CFR 240.13d-1)"),
    forms=frozenset(_FORMS),
)
def schedule_differs(page: FirstPage, stated: Header) -> Iterator[Observation]:
    """The first page of a report of a large holding names the schedule as which it is filed.

    Who may influence the issuer reports on Schedule 13D, a passive holder on Schedule 13G: the page is of the other
    template.
    """
    named, form = page.schedule, stated.form
    own = _FORMS[form.value.removesuffix("/A")]
    if named.value.upper() in _FORMS.values() and named.value.upper() != own:
        yield Observation(
            named,
            f"the first page is of Schedule {named.value}, the submission of type '{form.value}'",
            related=[(form, "the submission type in the header")],
        )
