"""FMT027."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT027",
    "html-never-closed",
    reads=(html_use,),
    remedy="close the comment, script or style",
    authority=Authority("HTML 4.01 Specification, section 3.2.4: comments"),
)
def never_closed(use: HtmlUse) -> Iterator[Observation]:
    """Every comment, script and style is closed.

    What is not closed hides the rest of the document from every reader.
    """
    if use.open_end is not None:
        yield Observation(use.open_end, "a comment, script or style begins here and is never closed")
