"""DOC030."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.envelope import Envelope, envelope
from filinglint.facts.extractor import submission
from filinglint.finding import Edit, Fix, Observation
from filinglint.rule import Authority, rule
from filinglint.spans import Span


@rule(
    "DOC030",
    "submission-words-after-end",
    reads=(envelope, submission),
    remedy="cut the file after the mark that closes the submission",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEC-DOCUMENT"),
    fixable="safe",
)
def words_after_end(around: Envelope, filing: Submission) -> Iterator[Observation]:
    """After the mark that closes a submission stands nothing.

    Two submissions in one file, or what a tool appended, would be read with the last document.
    """
    if around.after is not None:
        text, start = filing.source.text, around.after.span.start
        # Signs that say nothing are a tool's; words may be someone's.
        said = any(character.isalnum() for character in text[start:])
        cut = Fix("unsafe" if said else "safe", "cut the file there", [Edit(Span(start, len(text)), "")])
        yield Observation(around.after, "words stand after the end of the submission", fixes=[cut])
