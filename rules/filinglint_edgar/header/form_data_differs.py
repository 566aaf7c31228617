"""HDR060."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.form_data import FILLED_IN, FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR060",
    "form-data-differs-from-header",
    reads=(form_data, header),
    remedy="give the form the type and the period of its submission",
    authority=Authority("EDGAR XML technical specifications: submissionType and periodOfReport"),
    forms=FILLED_IN,
)
def form_data_differs(form: FormData, stated: Header) -> Iterator[Observation]:
    """A form in XML is of the type and for the period that its header states.

    A report on Form 13F gives its quarter twice; both are compared.
    """
    ours, theirs = form.form, stated.form
    if isinstance(ours, Located) and isinstance(theirs, Located) and ours.value.upper() != theirs.value.upper():
        yield _differing("type", ours, theirs)
    period = stated.period
    for each in form.periods:
        if isinstance(period, Located) and each.value != period.value:
            yield _differing("period", each, period)


def _differing(what: str, ours: Located[str] | Located[date], theirs: Located[str] | Located[date]) -> Observation:
    return Observation(
        ours,
        f"the {what} of the form is '{ours.value}', that of the header '{theirs.value}'",
        related=[(theirs, f"the header says {theirs.value}")],
    )
