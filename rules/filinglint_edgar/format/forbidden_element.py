"""FMT005."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT005",
    "html-element-not-accepted",
    reads=(html_use,),
    remedy="write the page without this element",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.4 (elements not accepted)"),
)
def forbidden_element(use: HtmlUse) -> Iterator[Observation]:
    """An HTML document has no element that the manual names as not accepted.

    EDGAR suspends the document, or strips the element: what it meant is lost. Word processors write STYLE, TBODY and
    COL unasked. Active elements are FMT001, those of inline XBRL FMT006.
    """
    if use.inline:
        return
    lists = formats()
    for name in sorted(lists.forbidden_elements.intersection(use.elements) - lists.active_elements):
        count = use.opened(name)
        often = "" if count == 1 else f" {count} times"
        yield Observation(
            use.first(name), f"the document has the element '<{name}>'{often}, which EDGAR does not accept"
        )
