"""HDR019."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR019",
    "header-form-type-differs",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FORM-TYPE"),
)
def form_type_differs(stated: Header) -> Iterator[Observation]:
    """The filing values of a party are of the type of the submission.

    Combined filings give a party several filing values; one of them is of the submission's type. Where none is,
    the header was put together from two.
    """
    values = [each for party in stated.parties for each in party.values if isinstance(each.form, Located)]
    if values and all(each.form.value.upper() != stated.form.value.upper() for each in values):
        first = values[0].form
        yield Observation(
            first,
            f"the filing values are of form type '{first.value}', the submission is of type '{stated.form.value}'",
            related=[(stated.form, f"the submission type is '{stated.form.value}'")],
        )
