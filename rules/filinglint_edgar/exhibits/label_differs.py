"""EXH005."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.rewording import reworded
from filinglint.finding import Confidence, Fix, Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.exhibits import is_catch_all
from filinglint_edgar.exhibits.standing import attached_documents, may_be


@rule(
    "EXH005",
    "exhibit-label-differs",
    reads=(exhibits, submission),
    remedy="correct the number printed on the exhibit, or the type of the document",
    authority=Authority(
        "Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Regulation S-T, Rule 102 (17 CFR 232.102)"
    ),
    confidence=Confidence.MEDIUM,
    fixable="unsafe",
)
def label_differs(found: Exhibits, filing: Submission) -> Iterator[Observation]:
    """The number printed at the top of an exhibit is the number under which it is attached.

    A reader who prints the exhibit cites the printed number. It is left from a draft in which the exhibits were
    numbered otherwise, or two files were exchanged. Schedules number their exhibits themselves, and attach them as 99.
    """
    form = filing.documents[0].type_name
    for each in attached_documents(found):
        if (
            isinstance(each.label, Located)
            and not may_be(each.label.value, each.number.value)
            and not is_catch_all(form, each.number.value, each.label.value)
        ):
            yield Observation(
                each.label,
                f"the exhibit is labelled '{each.label.value}' and attached as '{each.number.value}'",
                related=[(each.number, f"attached as '{each.number.value}'")],
                fixes=[
                    Fix(
                        "unsafe",
                        f"label it '{each.number.value}'",
                        reworded(each.document, each.label.span, each.number.value),
                    )
                ],
            )
