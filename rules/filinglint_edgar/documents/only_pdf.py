"""DOC028."""

from collections.abc import Iterator

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "DOC028",
    "document-only-pdf",
    reads=(submission,),
    remedy="file the document as HTML or plain text; PDF is a copy",
    authority=Authority("Regulation S-T, Rule 104 (17 CFR 232.104): unofficial PDF copies"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def only_pdf(filing: Submission) -> Iterator[Observation]:
    """A PDF document is an unofficial copy of a document filed as HTML or plain text.

    It does not count as filed. The manual names a few forms whose official document may be PDF; they are not judged.
    """
    official = {each.type_name for each in filing.filed_documents if each.body is not Body.PDF}
    for document in filing.filed_documents:
        if document.body is Body.PDF and document.type_name not in official:
            yield Observation(document.type, f"document {document.number} '{document.label}' is filed as PDF alone")
