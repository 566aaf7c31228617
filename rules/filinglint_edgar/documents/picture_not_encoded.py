"""DOC042."""

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC042",
    "picture-not-encoded",
    reads=(document,),
    remedy="take the submission from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: graphic documents are uuencoded"),
    kinds=frozenset(("submission",)),
)
def picture_not_encoded(filed: Document) -> Iterator[Observation]:
    """A picture in a submission begins as uuencoded files do.

    Without its first line no program unpacks it. Programs that take pictures out of submissions leave nothing at all,
    which is not meant.
    """
    if filed.type_name == "GRAPHIC" and filed.body not in (Body.UUENCODED, Body.EMPTY):
        yield Observation(filed.type, "the picture does not begin as an encoded file")
