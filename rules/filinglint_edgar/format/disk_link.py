"""FMT011."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.html_use import Goal, HtmlUse, html_use
from filinglint.facts.mending import disk_links_written
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT011",
    "html-disk-link",
    reads=(html_use, submission),
    tags=frozenset(("links",)),
    remedy="name the attached file alone, without a folder",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (links)", effective_from=date(2000, 5, 30)),
    fixable="unsafe",
)
def disk_link(use: HtmlUse, filing: Submission) -> Iterator[Observation]:
    """Links and pictures of a filing do not go to files on the disk of the one who made it.

    They work there and nowhere else, and they show the names of folders and persons.
    """
    for link in (*use.links_where(_on_disk), *use.images_where(_on_disk)):
        edits = disk_links_written(use.rendered, {each.file_name for each in filing.documents}, link)
        yield Observation(
            link.span,
            f"a link goes to a file on someone's disk: '{link.words[:80]}'",
            fixes=[Fix("unsafe", "name the attached file alone", edits)],
        )


def _on_disk(goal: Goal) -> bool:
    return goal.goes == "disk"
