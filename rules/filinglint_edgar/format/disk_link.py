"""FMT011."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT011",
    "html-disk-link",
    reads=(html_use,),
    remedy="name the attached file alone, without a folder",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (links)", effective_from=date(2000, 5, 30)),
)
def disk_link(use: HtmlUse) -> Iterator[Observation]:
    """Links and pictures of a filing do not go to files on the disk of the one who made it.

    They work there and nowhere else, and they show the names of folders and persons.
    """
    for link in (*use.links, *use.images):
        if link.goes == "disk":
            yield Observation(link.span, f"a link goes to a file on someone's disk: '{link.words[:80]}'")
