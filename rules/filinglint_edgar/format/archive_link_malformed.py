"""FMT036."""

import re
from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule

_ARCHIVE = pattern(r"/Archives/edgar/data/", re.IGNORECASE)
_FILED = pattern(
    r"/Archives/edgar/data/\d{1,10}(?:/(?:\d{18}|\d{10}-\d\d-\d{6}[\w.-]*)?|(?=$|[?#]))(?=$|[/?#])", re.IGNORECASE
)


@rule(
    "FMT036",
    "html-archive-link-malformed",
    reads=(html_use,),
    remedy="link to the address at which EDGAR shows the filing",
    authority=Authority("Regulation S-T, Rule 105 (17 CFR 232.105): hyperlinks"),
    tags=frozenset(("links",)),
)
def archive_link_malformed(use: HtmlUse) -> Iterator[Observation]:
    """A link to a filing in the archive of EDGAR names a filer and a filing by their numbers.

    A filer is a number of up to ten digits, a filing one of eighteen. With a digit too few the link leads nowhere.
    """
    links = use.links_where(
        lambda goal: goal.goes == "archive" and bool(_ARCHIVE.search(goal.words)) and not _FILED.search(goal.words)
    )
    for link in links[:10]:
        yield Observation(link.span, f"the link '{link.words[:120]}' names no filing in the archive")
