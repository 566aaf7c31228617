"""ITM009."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.officer_changes import OfficerChanges, officer_changes
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import captions


@rule(
    "ITM009",
    "item-caption-leaves-out-event",
    reads=(header, officer_changes),
    remedy="head the item with its whole caption, or at least with the parts that the text reports",
    authority=Authority("Form 8-K, Item 5.02; Exchange Act Rule 12b-13 (17 CFR 240.12b-13)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def caption_leaves_out(stated: Header, reported: OfficerChanges) -> Iterator[Observation]:
    """The caption of Item 5.02 names each kind of change that the item reports.

    A heading such as "Election of Directors" over a text that also reports a resignation hides what matters most
    to its readers. It happens when a second event is added to a report drafted for the first.
    """
    for change in reported.changes:
        caption = change.heading.caption
        if not isinstance(caption, Located) or change.named:
            continue
        official = next(iter(captions("5.02", stated.filed.value)), "")
        yield Observation(
            caption,
            f"the caption of Item 5.02 is only '{caption.value.rstrip(' .')}', the text also reports {change.kind}",
            related=[(change.words, f"reports {change.kind}")],
            remedy=f"head the item '{official}', or with the parts that the text reports" if official else "",
        )
