"""INT007."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT007",
    "paragraph-repeated",
    reads=(slips,),
    remedy="take one of the two paragraphs out",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
)
def paragraph_repeated(found: Slips) -> Iterator[Observation]:
    """A paragraph stands once.

    The same words twice in a row were pasted twice.
    """
    for again, first in found.repeated:
        yield Observation(again, "this paragraph stands twice in a row", related=[(first, "the first of them")])
