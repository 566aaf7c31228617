"""FMT033."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT033",
    "inline-attribute-not-accepted",
    reads=(html_use,),
    tags=frozenset(("ixbrl",)),
    remedy="take the attribute out; give the place an id instead of a name",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.2.5 (inline XBRL documents)", effective_from=date(2018, 6, 1)
    ),
    severity=Severity.INFO,
)
def inline_forbidden_attribute(use: HtmlUse) -> Iterator[Observation]:
    """No element of an inline XBRL document has an attribute that the manual blocks.

    The viewer of the Commission shows the document in a page of its own, which such attributes would change.
    """
    if not use.inline:
        return
    lists = formats().inline_forbidden_attributes
    seen: set[tuple[str, str]] = set()
    for attribute in use.attributes_of(*lists):
        key = (attribute.element, attribute.name)
        if attribute.name in lists.get(attribute.element, ()) and key not in seen:
            seen.add(key)
            yield Observation(
                use.place(attribute),
                f"'<{attribute.element}>' has the attribute '{attribute.name}', which inline XBRL does not accept",
            )
