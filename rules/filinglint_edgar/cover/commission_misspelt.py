"""COV089."""

from collections.abc import Iterator

from filinglint.facts.first_page import FirstPage, first_page
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "COV089",
    "commission-misspelt",
    reads=(first_page,),
    remedy="write 'Securities and Exchange Commission'",
    authority=Authority("The form, first page: the name of the Commission", "guidance"),
    severity=Severity.INFO,
)
def commission_misspelt(page: FirstPage) -> Iterator[Observation]:
    """The Commission is named as it is spelt.

    The head of every form has its name, and is seldom read before it is filed.
    """
    for words in page.misspelt:
        yield Observation(words, f"'{words.value}' is not how the Commission is spelt")
