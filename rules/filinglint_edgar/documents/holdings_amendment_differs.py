"""DOC051."""

from collections.abc import Iterator

from filinglint.facts.form_data import FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC051",
    "holdings-amendment-differs",
    reads=(form_data, header),
    remedy="check the box for amendments in an amendment, and only there",
    authority=Authority("Form 13F, cover page: check here if amendment"),
    forms=frozenset(("13F-HR", "13F-NT")),
)
def holdings_amendment_differs(form: FormData, stated: Header) -> Iterator[Observation]:
    """The cover page of Form 13F says whether the report amends another, as its submission type does.

    The box is left from the file that served as a template.
    """
    said, filed = form.amendment, stated.form
    if said.value != filed.value.endswith("/A"):
        yield Observation(
            said,
            f"the cover page says that it is {'an' if said.value else 'no'} amendment, the type is '{filed.value}'",
            related=[(filed, "the submission type in the header")],
        )
