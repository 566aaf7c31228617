"""ITM034."""

from collections.abc import Iterator

from filinglint.facts.not_filed import NotFiled, not_filed
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM034",
    "item-section-18-differs",
    reads=(not_filed,),
    remedy="name Section 18 of the Securities Exchange Act of 1934",
    authority=Authority("Form 8-K, General Instruction B.2; Exchange Act, section 18", "guidance"),
    forms=EIGHT_K,
)
def section_18_differs(sentences: tuple[NotFiled, ...]) -> Iterator[Observation]:
    """Information that is furnished is not filed for purposes of Section 18 of the Securities Exchange Act of 1934.

    Section 18 of the Exchange Act is the liability for what is filed; Section 18 of the Securities Act is about the
    laws of the states, and another section of the Exchange Act about something else.
    """
    for sentence in sentences:
        section, act = sentence.section, sentence.act
        if not isinstance(section, Located) or not isinstance(act, Located):
            continue
        words = act.value.lower().split()
        dated = isinstance(sentence.year, Located) and sentence.year.value == 1934
        # A Securities Act of 1934 is another rule's: it is cited by a wrong year.
        other_act = words[:2] == ["securities", "act"] and not dated
        if other_act or ("exchange" in words and section.value != 18):
            yield Observation(
                section,
                f"it says that it is not filed for purposes of Section {section.value} of the '{act.value}', "
                "what is filed is a matter of Section 18 of the Exchange Act",
            )
