"""FMT012."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.html_use import Goal, html_use
from filinglint.facts.mending import file_names_written
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT012",
    "html-link-not-attached",
    reads=(submission,),
    tags=frozenset(("links",)),
    remedy="attach the document, or correct the link",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (links)", effective_from=date(2000, 5, 30)),
    kinds=frozenset(("submission", "draft")),
    fixable="safe",
)
def link_not_attached(filing: Submission) -> Iterator[Observation]:
    """Every link to a document of the submission goes to one that is attached, by exactly its name.

    EDGAR suspends a submission with links that lead nowhere. The document was renamed or left out.
    """
    attached = {each.file_name for each in filing.documents}
    known = {*attached, ""}
    lower = {name.lower(): name for name in attached}
    for page in filing.filed_documents:
        if page.body not in (Body.HTML, Body.IXBRL):
            continue
        seen: set[str] = set()
        for link in html_use.of(filing, page).links_where(lambda goal: _name(goal) not in known):
            name = _name(link)
            if name in seen:
                continue
            seen.add(name)
            case = ", only in other case" if name.lower() in lower else ""
            right = lower.get(name.lower(), name)
            fix = Fix("safe", f"write '{right}'", file_names_written(page.rendered, name, right))
            yield Observation(
                link.span,
                f"a link goes to '{link.words[:80]}', which the submission does not have{case}",
                fixes=[fix] if case else (),
            )


def _name(goal: Goal) -> str:
    """Return the file of the submission that *goal* is, "" for all else."""
    return goal.file.removeprefix("./")
