"""FMT028."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_CLOSED = ("table", "font", "div", "center", "a", "b", "i", "u", "sup", "sub")


@rule(
    "FMT028",
    "html-element-unclosed",
    reads=(html_use,),
    remedy="close the element, or take the stray end tag out",
    authority=Authority("HTML 3.2 Reference Specification: elements whose end tag is required", "should"),
    severity=Severity.INFO,
)
def element_unclosed(use: HtmlUse) -> Iterator[Observation]:
    """Elements whose end tag is required are closed as often as they are opened.

    Bold print, a font or a table that is not closed goes on to the end of the page.
    """
    for name in _CLOSED:
        opened, closed = use.elements.get(name), use.ends.get(name)
        counts = (opened.count if opened else 0, closed.count if closed else 0)
        first = opened or closed
        if counts[0] != counts[1] and first is not None:
            yield Observation(first.first, f"the document has {counts[0]} '<{name}>' and {counts[1]} '</{name}>'")
