"""DOC017."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_LONGEST = 255


@rule(
    "DOC017",
    "document-description-too-long",
    reads=(document,),
    remedy="shorten the description to 255 characters",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document description)"),
    kinds=frozenset(("submission", "draft")),
)
def description_too_long(filed: Document) -> Iterator[Observation]:
    """The description of a document has at most 255 characters.

    EDGAR cuts longer ones or suspends the submission.
    """
    words = filed.description.value
    if len(words) > _LONGEST:
        yield Observation(filed.description, f"the description has {len(words)} characters, more than {_LONGEST}")
