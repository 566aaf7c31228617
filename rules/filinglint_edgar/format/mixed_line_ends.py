"""FMT025."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.characters import Characters, characters
from filinglint.facts.extractor import document
from filinglint.facts.mending import has_lone_returns, line_ends_alike
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT025",
    "text-mixed-line-ends",
    reads=(characters, document),
    remedy="save the document with one kind of line ends",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)", "guidance"),
    severity=Severity.INFO,
    fixable="safe",
)
def mixed_line_ends(characters: Characters, filed: Document) -> Iterator[Observation]:
    """The lines of a document end in one way.

    Mixed ends are text pasted from another system; some readers join the lines.
    """
    if characters.mixed_line_ends is not None:
        yield Observation(
            characters.mixed_line_ends,
            "the lines of the document end in different ways",
            fixes=[
                Fix(
                    "unsafe" if has_lone_returns(filed) else "safe",
                    "end all lines as most of the file's do",
                    line_ends_alike(filed),
                )
            ],
        )
