"""COV069."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV069",
    "yes-and-no-contradict",
    reads=(cover_page,),
    remedy="check one of Yes and No",
    authority=Authority("Form 10-K and Form 10-Q, cover page: indicate by check mark"),
    forms=TEN_K | TEN_Q,
)
def answers_contradict(cover: CoverPage) -> Iterator[Observation]:
    """A question on the cover of a report is answered by one of Yes and No.

    Both checked, or neither, is no answer: the boxes of the last report were changed by half. Who had no interactive
    data to submit yet left both of that question blank, which is not looked at.
    """
    for box in cover.boxes:
        if len(box.pair) != 2:
            continue
        yes, no = box.pair
        if yes.value == no.value and (yes.value or box.name != "interactive_data"):
            said = "both Yes and No are checked" if yes.value else "neither Yes nor No is checked"
            yield Observation(
                yes,
                f"{said} for '{' '.join(box.sentence.value.split())}'",
                related=[(no, "the other box"), (box.sentence, "the question")],
            )
