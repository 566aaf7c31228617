"""FMT026."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import attributes_deleted
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT026",
    "html-attribute-not-accepted",
    reads=(html_use,),
    remedy="take the attribute out",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.5 (attributes not accepted)"),
    fixable="safe",
)
def forbidden_attribute(use: HtmlUse) -> Iterator[Observation]:
    """No element has an attribute that the manual names as not accepted.

    A background picture or a page that reloads itself comes from a page written for the web.
    """
    seen: set[tuple[str, str]] = set()
    for attribute in use.attributes_of("meta", *formats().forbidden_attributes):
        key = (attribute.element, attribute.name)
        refresh = key == ("meta", "http-equiv") and attribute.value.lower() == "refresh"
        forbidden = attribute.name in formats().forbidden_attributes.get(attribute.element, ())
        if (refresh or forbidden) and key not in seen:
            seen.add(key)
            yield Observation(
                use.place(attribute),
                f"'<{attribute.element}>' has the attribute '{attribute.name}', which EDGAR does not accept",
                fixes=[Fix("safe", "take the attribute out", attributes_deleted(use.rendered, (key,)))]
                if forbidden
                else (),
            )
