"""FMT010."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.frozen import dataclass
from filinglint.rule import Authority, rule
from filinglint.rule_options import option


@dataclass(frozen=True, slots=True)
class Allowed:
    """Where links may go all the same."""

    hosts: tuple[str, ...] = option(
        (), "hosts that links may go to while the text is a draft, with all that are below them: larkspur.example"
    )


@rule(
    "FMT010",
    "html-outside-link",
    reads=(html_use,),
    options=Allowed,
    tags=frozenset(("links",)),
    remedy="write the address as words, without a link",
    authority=(
        Authority("Regulation S-T, Rule 105 (17 CFR 232.105): hyperlinks", effective_from=date(2000, 5, 30)),
        Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (links)", effective_from=date(2000, 5, 30)),
    ),
)
def outside_link(use: HtmlUse, options: Allowed) -> Iterator[Observation]:
    """Links of a filing go to its own documents and to filings on EDGAR.

    What stands behind another link is not filed and can change. EDGAR takes such links out or suspends the document.
    """
    links = use.links_where(
        lambda goal: goal.goes in ("outside", "mail") and not any(_is_on(host, goal.words) for host in options.hosts)
    )
    if links:
        others = "" if len(links) == 1 else f" and {len(links) - 1} more"
        yield Observation(links[0].span, f"a link leaves EDGAR: '{links[0].words[:80]}'{others}")


def _is_on(host: str, address: str) -> bool:
    """Tell whether *address* is of *host* or of one below it."""
    place = address.strip().partition("//")[2] or address.partition(":")[2]
    name = place.partition("/")[0].partition("?")[0].partition("#")[0].rpartition("@")[2].partition(":")[0].casefold()
    return name == host.casefold() or name.endswith(f".{host.casefold()}")
