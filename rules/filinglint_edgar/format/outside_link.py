"""FMT010."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT010",
    "html-outside-link",
    reads=(html_use,),
    remedy="write the address as words, without a link",
    authority=(
        Authority("Regulation S-T, Rule 105 (17 CFR 232.105): hyperlinks", effective_from=date(2000, 5, 30)),
        Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (links)", effective_from=date(2000, 5, 30)),
    ),
)
def outside_link(use: HtmlUse) -> Iterator[Observation]:
    """Links of a filing go to its own documents and to filings on EDGAR.

    What stands behind another link is not filed and can change. EDGAR takes such links out or suspends the document.
    """
    links = [link for link in use.links if link.goes in ("outside", "mail")]
    if links:
        others = "" if len(links) == 1 else f" and {len(links) - 1} more"
        yield Observation(links[0].span, f"a link leaves EDGAR: '{links[0].words[:80]}'{others}")
