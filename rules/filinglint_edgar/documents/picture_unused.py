"""DOC022."""

from collections.abc import Iterator

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC022",
    "document-picture-unused",
    reads=(submission,),
    remedy="show the picture in a document, or leave it out",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (graphics)", "guidance"),
    severity=Severity.INFO,
    kinds=frozenset(("submission", "draft")),
)
def picture_unused(filing: Submission) -> Iterator[Observation]:
    """Every attached picture is shown by a document.

    A picture that nothing shows was left from an earlier draft, or the name in the document is another.
    """
    pages = [each for each in filing.filed_documents if each.body in (Body.HTML, Body.IXBRL)]
    pictures = [each for each in filing.filed_documents if each.type_name == "GRAPHIC" and each.file_name]
    if not pages or not pictures:
        return
    unseen = {picture.file_name.lower() for picture in pictures}
    for page in pages:
        unseen -= _shown(html_use.of(filing, page), unseen)
    for picture in pictures:
        if picture.file_name.lower() in unseen:
            yield Observation(picture.filename, f"no document shows the picture '{picture.file_name}'")


def _shown(use: HtmlUse, names: set[str]) -> set[str]:
    """Return which of *names*, in small letters, are files that the document shows or links to."""
    shown = names & {goal.file.lower() for goal in use.image_goals}
    return shown | {link.file.lower() for link in use.links_where(lambda goal: goal.file.lower() in names - shown)}
