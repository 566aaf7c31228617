"""FMT038."""

from collections.abc import Iterator

from filinglint.facts.ending import Ending, ending
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT038",
    "html-words-behind-page",
    reads=(ending,),
    remedy="take the words out, or put them into the page",
    authority=Authority("HTML 4.01 Specification, section 7.1: the structure of a document"),
)
def words_behind_page(end: Ending) -> Iterator[Observation]:
    """Behind the tag that ends the page stand no words.

    A note or a line of another file was appended; browsers show it all the same, below everything else.
    """
    if end.behind is not None:
        yield Observation(end.behind, f"the words '{end.behind.value[:60]}' stand behind the end of the page")
