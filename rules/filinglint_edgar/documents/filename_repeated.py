"""DOC015."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC015",
    "document-filename-repeated",
    reads=(submission,),
    remedy="name each file differently",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.1.1 (document names)"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def filename_repeated(filing: Submission) -> Iterator[Observation]:
    """Each document of a submission has a file name of its own.

    EDGAR stores documents by name and suspends a submission with two of one name, whatever their case.
    """
    seen: dict[str, Located[str]] = {}
    for document in filing.filed_documents:
        name = document.filename
        if not isinstance(name, Located):
            continue
        key = name.value.lower()
        if key in seen:
            yield Observation(
                name,
                f"the file name '{name.value}' is given to two documents",
                related=[(seen[key], "the first of them")],
            )
        seen.setdefault(key, name)
