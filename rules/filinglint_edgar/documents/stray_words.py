"""DOC029."""

from collections.abc import Iterator

from filinglint.facts.envelope import Envelope, envelope
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC029",
    "submission-stray-words",
    reads=(envelope,),
    remedy="take the words out, or take the file from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: DOCUMENT"),
)
def stray_words(around: Envelope) -> Iterator[Observation]:
    """Between the documents of a submission stands nothing.

    Words there belong to no document: a mark that closes one stands too early, or files were joined by hand.
    """
    for words in around.between:
        yield Observation(words, "words stand between two documents and belong to neither")
