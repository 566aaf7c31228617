"""FMT007."""

from collections.abc import Iterator
from itertools import islice

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats

_MOST = 20  # different ones in one document: the rest says nothing new


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
    unknown = (name for name in use.elements if name not in known and name.isascii() and name.isalnum())
    for name in islice((name for name in unknown if not _is_footnote(name)), _MOST):
        count = use.opened(name)
        often = "" if count == 1 else f" {count} times"
        yield Observation(use.first(name), f"'<{name}>'{often} is no element of HTML that EDGAR knows")


def _is_footnote(name: str) -> bool:
    """Tell whether it is the mark of a footnote in a plain-text table, F1 to F99."""
    return name[0] == "f" and name[1:].isdecimal()
