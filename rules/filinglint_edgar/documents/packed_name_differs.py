"""DOC053."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.packed import Packed, packed
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC053",
    "packed-name-differs",
    reads=(packed, document),
    remedy="attach the file under its own name",
    authority=Authority(
        "EDGAR Public Dissemination Service, technical specification: FILENAME; POSIX uuencode", "should"
    ),
    severity=Severity.INFO,
)
def packed_name_differs(body: Packed, filed: Document) -> Iterator[Observation]:
    """A picture that is encoded bears the name of its document.

    Another name in its first line is of another file, which was put in its place.
    """
    name = filed.filename
    if _stem(body.name.value) != _stem(name.value):
        yield Observation(
            body.name,
            f"the encoded file is called '{body.name.value}', the document '{name.value}'",
            related=[(name, "the name of the document")],
        )


def _stem(name: str) -> str:
    return name.lower().rpartition(".")[0] or name.lower()
