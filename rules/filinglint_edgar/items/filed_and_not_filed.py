"""ITM033."""

from collections.abc import Iterator

from filinglint.facts.not_filed import NotFiled, not_filed
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM033",
    "item-filed-and-not-filed",
    reads=(not_filed,),
    remedy="say that the information is furnished",
    authority=Authority("Form 8-K, General Instruction B.2", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def filed_and_not_filed(sentences: tuple[NotFiled, ...]) -> Iterator[Observation]:
    """A sentence that denies that information is filed does not say that it is filed under an item.

    What is "filed pursuant to Item 7.01" and "not deemed filed" leaves open which is meant; the word was furnished.
    """
    for sentence in sentences:
        if isinstance(sentence.filed, Located):
            yield Observation(
                sentence.filed,
                "the sentence says that the information is filed, and that it is not deemed filed",
                related=[(sentence.denied, "not filed")],
            )
