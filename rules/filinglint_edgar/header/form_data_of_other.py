"""HDR058."""

from collections.abc import Iterator

from filinglint.facts.form_data import FILLED_IN, FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR058",
    "form-data-of-other-filer",
    reads=(form_data, header),
    remedy="take header and form from one submission",
    authority=Authority("EDGAR XML technical specifications: filer CIK"),
    forms=FILLED_IN,
)
def form_data_of_other(form: FormData, stated: Header) -> Iterator[Observation]:
    """The filer that a form in XML names is a filer of its submission.

    EDGAR makes the header from the form. Where they name different filers, two submissions were mixed.
    """
    known = [party.cik for party in stated.parties if isinstance(party.cik, Located)]
    filers = {cik.value.lstrip("0") for cik in known}
    if not known:
        return
    for cik in form.ciks:
        if cik.value.isdecimal() and cik.value.lstrip("0") not in filers:
            yield Observation(
                cik,
                f"the form is of the filer with CIK '{cik.value}', the header of '{known[0].value}'",
                related=[(other, f"the header says {other.value}") for other in known[:3]],
            )
