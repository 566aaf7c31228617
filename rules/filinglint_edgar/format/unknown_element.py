"""FMT007."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT007",
    "html-element-unknown",
    reads=(html_use,),
    remedy="correct the name of the element, or write &lt; for a sign",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.3 (elements accepted)"),
)
def unknown_element(use: HtmlUse) -> Iterator[Observation]:
    """The elements of an HTML document are those that the manual lists.

    A misspelt element does nothing; words between signs that look like an element are not shown at all.
    """
    if use.inline:
        return
    lists = formats()
    known = lists.elements | lists.forbidden_elements | lists.active_elements
    for name, count in use.elements.items():
        footnote = name[:1] == "f" and name[1:].isdecimal()
        if name not in known and name.isascii() and name.isalnum() and not footnote:
            often = "" if count == 1 else f" {count} times"
            yield Observation(use.first(name), f"'<{name}>'{often} is no element of HTML that EDGAR knows")
