"""COV039."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV039",
    "box-425-differs",
    reads=(cover_page, header),
    remedy="check the box for Rule 425 and file under 425 too, or do neither",
    authority=Authority("Form 8-K, General Instruction A.2; Securities Act Rule 425", effective_from=date(2004, 8, 23)),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def box_425_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """A current report that also serves as a communication under Rule 425 is filed under both forms.

    The check mark is the filer's word for it, the second form type in the header EDGAR's. The other form
    may as well have been filed by itself.
    """
    mark = cover.box("written_communications_425").ticked
    types = [values.form for party in stated.parties for values in party.values]
    second = next((each for each in types if isinstance(each, Located) and each.value.startswith("425")), None)
    if mark.value and second is None:
        yield Observation(
            mark,
            "the box for communications under Rule 425 is checked, the report is not filed as '425'",
            related=[(stated.form, "the submission type")],
            label="checked: Rule 425",
        )
    elif not mark.value and second is not None:
        yield Observation(
            mark,
            "the box for communications under Rule 425 is not checked, the report is filed as '425' too",
            related=[(second, "a form type in the header")],
            label="not checked: Rule 425",
        )
