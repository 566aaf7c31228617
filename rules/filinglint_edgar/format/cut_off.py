"""FMT035."""

from collections.abc import Iterator

from filinglint.facts.ending import Ending, ending
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT035",
    "html-cut-off",
    reads=(ending,),
    remedy="take the whole document again from where it was made",
    authority=Authority("HTML 4.01 Specification, section 3.2.1: elements"),
)
def cut_off(end: Ending) -> Iterator[Observation]:
    """A document does not end inside a tag.

    The rest was lost when it was copied or sent, and nobody knows how much.
    """
    if end.inside is not None:
        yield Observation(end.inside, "the document ends inside a tag")
