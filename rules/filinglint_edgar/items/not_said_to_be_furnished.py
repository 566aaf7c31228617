"""ITM020."""

from collections.abc import Iterator

from filinglint.facts.item_statements import ItemStatements, item_statements
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM020",
    "item-not-said-to-be-furnished",
    reads=(item_statements,),
    remedy="say that the information is furnished and not filed, unless it is meant to be filed",
    authority=Authority("Form 8-K, General Instruction B.2", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def not_said_to_be_furnished(said: ItemStatements) -> Iterator[Observation]:
    """A report under Item 2.02 or 7.01 says that its information is furnished, or that it is filed.

    What is furnished bears no liability under section 18 and is not incorporated into registration statements. The
    instruction makes it so without a word, but readers of an exhibit that serves two items cannot tell.
    """
    for statement in said.furnished:
        if isinstance(statement.words, Absent):
            yield Observation(
                statement.heading.span,
                f"nothing says whether the information under Item {statement.key} is furnished or filed",
            )
