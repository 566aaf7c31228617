"""FMT013."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.html_use import HtmlUse
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.format.attachments import not_attached


@rule(
    "FMT013",
    "html-picture-not-attached",
    reads=(submission,),
    tags=frozenset(("links",)),
    remedy="attach the picture, or correct its name",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (graphics)", effective_from=date(2000, 5, 30)),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
    fixable="safe",
)
def picture_not_attached(filing: Submission) -> Iterator[Observation]:
    """Every picture that a document shows is attached, by exactly its name.

    EDGAR suspends the submission. The picture was renamed or left out.
    """
    for image, remark, fixes in not_attached(filing, HtmlUse.images_where):
        yield Observation(image.span, f"the picture '{image.words[:80]}' is not attached{remark}", fixes=fixes)
