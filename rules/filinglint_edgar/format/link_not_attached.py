"""FMT012."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.html_use import HtmlUse
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.format.attachments import not_attached


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
    for link, remark, fixes in not_attached(filing, HtmlUse.links_where):
        words = f"a link goes to '{link.words[:80]}', which the submission does not have{remark}"
        yield Observation(link.span, words, fixes=fixes)
