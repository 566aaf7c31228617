"""FMT006."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT006",
    "inline-element-not-accepted",
    reads=(html_use,),
    tags=frozenset(("ixbrl",)),
    remedy="write the page without this element",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.2.5 (inline XBRL documents)", effective_from=date(2018, 6, 1)
    ),
)
def inline_forbidden_element(use: HtmlUse) -> Iterator[Observation]:
    """An inline XBRL document has no element that the manual blocks.

    The viewer of the Commission shows the document in a page of its own, which such elements would change.
    """
    if not use.inline:
        return
    lists = formats()
    for name in sorted(lists.inline_forbidden_elements.intersection(use.elements) - lists.active_elements):
        count = use.opened(name)
        often = "" if count == 1 else f" {count} times"
        yield Observation(
            use.first(name), f"the document has the element '<{name}>'{often}, which inline XBRL does not accept"
        )
