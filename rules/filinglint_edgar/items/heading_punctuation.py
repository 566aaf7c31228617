"""ITM024."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.items import Items, items
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Confidence, Fix, Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "ITM024",
    "item-heading-punctuation",
    reads=(items, submission),
    remedy="end all item headings alike",
    authority=Authority(
        "Exchange Act Rule 12b-12 (17 CFR 240.12b-12): the report is clear and easily readable", "guidance"
    ),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    forms=EIGHT_K | TEN_K | TEN_Q,
    fixable="unsafe",
)
def heading_punctuation(body: Items, filing: Submission) -> Iterator[Observation]:
    """The item headings of a report all end with a full stop, or none does.

    It is a matter of taste, and a sign that the headings come from different templates.
    """
    captions = [heading.caption for heading in body.headings if isinstance(heading.caption, Located)]
    stopped = [caption for caption in captions if caption.value.endswith(".")]
    if not stopped or len(stopped) == len(captions):
        return
    bare = [caption for caption in captions if not caption.value.endswith(".")]
    odd, others = (bare, stopped) if len(bare) <= len(stopped) else (stopped, bare)
    ends = ("without", "with") if odd is bare else ("with", "without")
    edits = [
        edit
        for each in odd
        for edit in reworded_in(filing, each.span, f"{each.value}." if odd is bare else each.value.rstrip("."))
    ]
    yield Observation(
        odd[0],
        f"the heading '{odd[0].value}' ends {ends[0]} a full stop, '{others[0].value}' {ends[1]} one",
        related=[(others[0], f"{ends[1]} a full stop")],
        fixes=[Fix("unsafe", f"end all headings {ends[1]} a full stop", edits)],
    )
