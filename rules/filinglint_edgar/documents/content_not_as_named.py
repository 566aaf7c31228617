"""DOC021."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.packed import Packed, packed
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_CONTENT = {"jpg": "JPEG", "gif": "GIF", "pdf": "PDF"}


@rule(
    "DOC021",
    "document-content-not-as-named",
    reads=(
        document,
        packed,
    ),
    remedy="save the picture in the format that its name says",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2 (graphic and PDF documents)"),
    kinds=frozenset(("submission", "draft")),
)
def content_not_as_named(filed: Document, content: Packed) -> Iterator[Observation]:
    """What a picture or PDF copy is agrees with its file name.

    Browsers go by the name: a picture saved in another format is not shown everywhere. EDGAR suspends it.
    """
    name = filed.filename.value
    expected = _CONTENT.get(name.rpartition(".")[2].lower())
    if expected and content.content and content.content != expected:
        yield Observation(filed.filename, f"the file '{name}' is a {content.content} file, not {expected}")
