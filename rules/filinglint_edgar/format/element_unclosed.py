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
        opened, closed = use.opened(name), use.closed(name)
        if opened != closed:
            yield Observation(
                use.first(name if opened else f"/{name}"),
                f"the document has {opened} '<{name}>' and {closed} '</{name}>'",
            )
