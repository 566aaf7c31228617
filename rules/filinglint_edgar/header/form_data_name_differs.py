"""HDR059."""

from collections.abc import Iterator

from filinglint.facts.form_data import FILLED_IN, FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.names import same_name
from filinglint.rule import Authority, Unclear, rule


@rule(
    "HDR059",
    "form-data-name-differs",
    reads=(form_data, header),
    remedy="correct the name in the form, or the company's data on EDGAR",
    authority=Authority("Form 13F, cover page; Form D, item 1: name of the filer"),
    forms=FILLED_IN,
)
def form_data_name_differs(form: FormData, stated: Header) -> Iterator[Observation | Unclear]:
    """The name that a form in XML gives its filer is the filer's name in the header.

    A former name is the same company, and so is one that EDGAR abbreviates.
    """
    known = stated.names + stated.former_names
    for name in form.names if known else ():
        answers = [same_name(name.value, other.value) for other in known]
        if True in answers:
            continue
        if None in answers:
            yield Unclear(f"'{name.value}' may be the filer of the header", name)
            continue
        yield Observation(
            name,
            f"the form names '{name.value}', the header '{known[0].value}'",
            related=[(other, f"the header says {other.value}") for other in known[:3]],
        )
