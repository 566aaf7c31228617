"""COV084."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_SCHEDULES = ("14A", "14C", "13D", "13G")
_FORMS = {
    **{
        f"{stage}14A": "14A"
        for stage in ("DEF ", "DEFA", "DEFC", "DEFM", "DEFR", "DFAN", "PRE ", "PREC", "PREM", "PRER")
    },
    **{f"{stage}14C": "14C" for stage in ("DEF ", "DEFM", "DEFR", "PRE ", "PREM", "PRER")},
    "SC 13D": "13D",
    "SC 13G": "13G",
}


@rule(
    "COV084",
    "schedule-differs",
    reads=(first_page, header),
    remedy="name the schedule that is filed, or file under the type of the one that is named",
    authority=Authority("Exchange Act Rules 13d-1(a), 13d-1(b), 14a-3 and 14c-2 (17 CFR 240.13d-1, 14a-3, 14c-2)"),
    forms=frozenset(_FORMS),
)
def schedule_differs(page: FirstPage, stated: Header) -> Iterator[Observation]:
    """The first page names the schedule as which the document is filed.

    A proxy statement is on Schedule 14A, an information statement on Schedule 14C; a holder of five percent reports on
    Schedule 13D or on Schedule 13G.
    """
    named, form = page.schedule, stated.form
    own = _FORMS[form.value.removesuffix("/A")]
    if named.value.upper() in _SCHEDULES and named.value.upper() != own:
        yield Observation(
            named,
            f"the first page is of Schedule {named.value}, the submission of type '{form.value}'",
            related=[(form, "the submission type in the header")],
        )
