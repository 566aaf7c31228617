"""FMT030."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT030",
    "html-picture-without-words",
    reads=(html_use,),
    remedy="say in the ALT attribute what the picture shows",
    authority=(
        Authority("Regulation S-T, Rule 304(a) (17 CFR 232.304(a)): graphic material", "should"),
        Authority(
            "Web Content Accessibility Guidelines 2.1, criterion 1.1.1", "guidance", effective_from=date(2018, 6, 5)
        ),
    ),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
)
def picture_without_words(use: HtmlUse) -> Iterator[Observation]:
    """A picture says in words what it shows.

    Whoever cannot see it, and whoever reads the filing as data, has only these words.
    """
    images = list(use.attributes_of("img"))
    named = {attribute.tag for attribute in images if attribute.name == "alt"}
    without = [attribute for attribute in images if attribute.name == "src" and attribute.tag not in named]
    if without:
        others = "" if len(without) == 1 else f" and {len(without) - 1} more"
        yield Observation(
            use.place(without[0]), f"the picture '{without[0].value[:60]}'{others} has no words in its place"
        )
