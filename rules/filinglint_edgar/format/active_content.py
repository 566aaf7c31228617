"""FMT001."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import scripts_deleted
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT001",
    "html-active-content",
    reads=(html_use,),
    remedy="take the element out; say in the text what it showed",
    authority=(
        Authority(
            "Regulation S-T, Rule 106 (17 CFR 232.106): prohibition against electronic submissions with executable code"
        ),
        Authority("EDGAR Filer Manual, Volume II, section 5.2.2.4 (elements not accepted)"),
    ),
    severity=Severity.ERROR,
    fixable="safe",
)
def active_content(use: HtmlUse) -> Iterator[Observation]:
    """An electronic submission holds no executable code.

    EDGAR suspends a document with scripts, applets, embedded objects, frames or the fields of a form. They
    come from pages written for the web: counters, consent banners, exports of word processors.
    """
    for name in sorted(formats().active_elements.intersection(use.elements)):
        count = use.opened(name)
        often = "" if count == 1 else f" {count} times"
        # What a script does not show is no loss; of the other elements a person must say what they showed.
        fix = Fix("safe", "take the script out", scripts_deleted(use.rendered))
        yield Observation(
            use.first(name),
            f"the document has the element '<{name}>'{often}, which EDGAR does not accept",
            fixes=[fix] if name == "script" else (),
        )
