"""COV064."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.prospectus import Prospectus, prospectus
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import PROSPECTUSES


@rule(
    "COV064",
    "prospectus-paragraph-differs",
    reads=(prospectus, header),
    remedy="name the paragraph under which the prospectus is filed, or file it as the type of that paragraph",
    authority=Authority("Securities Act Rule 424(e) (17 CFR 230.424(e))"),
    forms=PROSPECTUSES,
)
def prospectus_paragraph_differs(page: Prospectus, stated: Header) -> Iterator[Observation]:
    """The paragraph of Rule 424(b) on the first page of a prospectus is that of its submission type.

    The paragraph says whether the prospectus is final, a supplement, or new in substance, and by when it had to be
    filed. One that names several is right when one of them is the type's. Another number in the
    place of 424 names no rule under which a prospectus is filed.
    """
    form = stated.form
    filed = form.value.removeprefix("424B")
    if isinstance(page.other_rule, Located):
        yield Observation(
            page.other_rule,
            f"the prospectus says that it is filed under Rule {page.other_rule.value}(b), the header '{form.value}'",
            related=[(form, "the submission type in the header")],
        )
    if page.paragraphs and all(each.value != filed for each in page.paragraphs):
        first = page.paragraphs[0]
        yield Observation(
            first,
            f"the prospectus says that it is filed under Rule 424(b)({first.value}), the header '{form.value}'",
            related=[(form, "the submission type in the header")],
        )
