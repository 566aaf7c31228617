"""DOC030."""

from collections.abc import Iterator

from filinglint.facts.envelope import Envelope, envelope
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC030",
    "submission-words-after-end",
    reads=(envelope,),
    remedy="cut the file after the mark that closes the submission",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEC-DOCUMENT"),
)
def words_after_end(around: Envelope) -> Iterator[Observation]:
    """After the mark that closes a submission stands nothing.

    Two submissions in one file, or what a tool appended, would be read with the last document.
    """
    if around.after is not None:
        yield Observation(around.after, "words stand after the end of the submission")
