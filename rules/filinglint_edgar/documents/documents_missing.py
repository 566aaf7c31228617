"""DOC019."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.located import NotApplicable
from filinglint.rule import Authority, rule


@rule(
    "DOC019",
    "documents-missing",
    reads=(submission,),
    remedy="take the complete submission text file from EDGAR",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: DOCUMENT"),
    kinds=frozenset(("submission",)),
)
def documents_missing(filing: Submission) -> Iterator[Observation]:
    """A submission has at least one document.

    An envelope with a header and nothing else is a download that was cut off early. Header files, which
    EDGAR gives too, are meant to be alone.
    """
    if filing.header_only:
        raise NotApplicable("it is a header file")
    if filing.header is not None and not filing.documents:
        yield Observation(filing.header.span, "the submission has a header and no document")
