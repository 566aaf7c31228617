"""FMT009."""

from collections.abc import Iterator

from filinglint.facts.html_use import Goal, HtmlUse, html_use
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT009",
    "html-script-link",
    reads=(html_use,),
    tags=frozenset(("links",)),
    remedy="take the link out",
    authority=Authority("Regulation S-T, Rule 106 (17 CFR 232.106): electronic submissions containing executable code"),
    severity=Severity.ERROR,
)
def script_link(use: HtmlUse) -> Iterator[Observation]:
    """No link of a document runs a script.

    Links that begin "javascript:" come from pages written for the web; EDGAR suspends the document.
    """
    for link in (*use.links_where(_runs_script), *use.images_where(_runs_script)):
        yield Observation(link.span, f"a link runs a script: '{link.words[:60]}'")


def _runs_script(goal: Goal) -> bool:
    return goal.goes == "script"
