"""EXH041."""

from collections.abc import Iterator

from filinglint.facts.misdescribed import Misdescribed, misdescribed
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule


@rule(
    "EXH041",
    "exhibit-described-as-other-kind",
    reads=(misdescribed,),
    remedy="describe the exhibit as what it is, or attach the one that is described",
    authority=Authority("Regulation S-K, Item 601(a)(2) and (b) (17 CFR 229.601)", "should"),
    confidence=Confidence.MEDIUM,
)
def described_as_other_kind(found: tuple[Misdescribed, ...]) -> Iterator[Observation]:
    """An exhibit is what its description calls it.

    A power of attorney, a consent or an opinion says what it is; where its text has no such word, the description is of
    another exhibit. A press release is no exhibit 10.
    """
    for each in found:
        yield Observation(
            each.description,
            f"the exhibit is described as '{' '.join(each.description.value.split())[:80]}', and is none",
            related=[(each.type, f"attached as '{each.type.value}'")],
        )
