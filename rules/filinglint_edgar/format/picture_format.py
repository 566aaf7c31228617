"""FMT014."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import Goal, HtmlUse, html_use
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "FMT014",
    "html-picture-format",
    reads=(html_use,),
    remedy="save the picture as JPEG or GIF and attach it",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (graphics)", effective_from=date(2000, 5, 30)),
    severity=Severity.ERROR,
)
def picture_format(use: HtmlUse) -> Iterator[Observation]:
    """A picture is an attached file in JPEG or GIF format.

    EDGAR suspends documents with pictures of other formats, from elsewhere, or written into the page.
    """
    known = formats().image_extensions
    for image in use.images_where(lambda goal: goal.goes != "attached" or _extension(goal) not in known):
        if image.goes == "inline":
            yield Observation(image.span, "a picture stands in the document itself ('data:'), not attached")
        elif image.goes == "attached":
            yield Observation(image.span, f"the picture '{image.words[:80]}' is neither .jpg nor .gif")
        elif image.goes in ("outside", "archive"):
            yield Observation(image.span, f"the picture '{image.words[:80]}' is not part of the submission")


def _extension(goal: Goal) -> str:
    return "." + (goal.file.rpartition(".")[2].lower() if "." in goal.file else "")
