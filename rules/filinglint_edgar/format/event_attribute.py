"""FMT008."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import attributes_deleted
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT008",
    "html-event-attribute",
    reads=(html_use,),
    remedy="take the attribute out",
    authority=(
        Authority("Regulation S-T, Rule 106 (17 CFR 232.106): electronic submissions containing executable code"),
        Authority("EDGAR Filer Manual, Volume II, section 5.2.2.5 (attributes not accepted)"),
    ),
    severity=Severity.ERROR,
    fixable="safe",
)
def event_attribute(use: HtmlUse) -> Iterator[Observation]:
    """No element of a document has an attribute that runs a script.

    Attributes such as onclick and onload come from pages written for the web; EDGAR suspends the document.
    """
    seen: set[tuple[str, str]] = set()
    for attribute in use.handlers:
        key = (attribute.element, attribute.name)
        if key in seen:
            continue
        seen.add(key)
        message = f"the element '<{attribute.element}>' has the attribute '{attribute.name}'"
        fix = Fix("safe", "take the attribute out", attributes_deleted(use.rendered, (key,)))
        yield Observation(use.place(attribute), message, fixes=[fix])
