"""FMT017."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT017",
    "html-several-bodies",
    reads=(html_use,),
    remedy="put the document together with one HTML and one BODY element",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.2 (structure of a document)"),
)
def several_bodies(use: HtmlUse) -> Iterator[Observation]:
    """A document has at most one HTML and one BODY element.

    Several are several files pasted into one.
    """
    for name in ("html", "body"):
        count = use.opened(name)
        if count > 1:
            yield Observation(use.first(name), f"the document has {count} '<{name}>' elements")
