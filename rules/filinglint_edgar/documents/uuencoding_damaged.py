"""DOC020."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.packed import Packed, packed
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC020",
    "document-uuencoding-damaged",
    reads=(
        document,
        packed,
    ),
    remedy="take the document from EDGAR again, or attach the file again",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2 (graphic and PDF documents)"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def uuencoding_damaged(filed: Document, content: Packed) -> Iterator[Observation]:
    """A picture or PDF copy decodes from its first line to its end.

    A line with foreign characters, or one longer than its count, was changed on the way: the picture cannot be shown.
    """
    if content.damage is not None:
        yield Observation(content.damage, f"the uuencoded body is damaged: {content.reason}")
    elif not content.ended and filed.closed:
        yield Observation(content.name, f"the uuencoded body of '{content.name.value}' has no end line")
