"""COV030."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import TEN_K, Authority, rule


@rule(
    "COV030",
    "incorporated-documents-missing",
    reads=(cover_page,),
    remedy="list the documents incorporated by reference and the part of the form, or say 'None'",
    authority=Authority("Form 10-K, cover page: documents incorporated by reference"),
    severity=Severity.INFO,
    forms=TEN_K,
    amendments=False,
)
def incorporated_documents_missing(cover: CoverPage) -> Iterator[Observation]:
    """The cover of an annual report lists the documents incorporated in it by reference.

    Where there are none the heading is often left out with them.
    """
    if isinstance(cover.incorporated_documents, Absent):
        yield Observation(cover.incorporated_documents, "the cover does not list documents incorporated by reference")
