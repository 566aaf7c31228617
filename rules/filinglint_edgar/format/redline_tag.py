"""FMT021."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Edit, Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT021",
    "text-redline-tag",
    reads=(document,),
    remedy="take the marks out of the public copy",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.3 (redlining)"),
    fixable="safe",
)
def redline_tag(filed: Document) -> Iterator[Observation]:
    """Marks of changed material are not in the public document.

    They are meant for the staff; EDGAR takes paired ones out before it disseminates a document.
    """
    if not filed.readable:
        return
    marks = list(filed.rendered.tags(frozenset(("r", "/r"))))
    if marks:
        yield Observation(
            marks[0].span,
            f"{len(marks)} redline marks '<R>' or '</R>' stand in the document",
            fixes=[Fix("safe", "take the marks out", (Edit(mark.span, "") for mark in marks))],
        )
