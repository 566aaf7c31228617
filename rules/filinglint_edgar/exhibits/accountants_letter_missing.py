"""EXH022."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.item_statements import ItemStatements, item_statements
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.exhibits.standing import base


@rule(
    "EXH022",
    "accountants-letter-missing",
    reads=(item_statements, exhibits),
    remedy="file the letter as Exhibit 16, or say that it follows by amendment within ten business days",
    authority=Authority(
        "Form 8-K, Item 4.01(a); Regulation S-K, Items 304(a)(3) and 601(b)(16)", "should", effective_from=SWITCH_DATE
    ),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def accountants_letter_missing(said: ItemStatements, found: Exhibits) -> Iterator[Observation]:
    """A report of a change of accountants has the former accountant's letter as Exhibit 16, or says that it follows.

    The letter says whether the former accountant agrees. It may come by amendment, at most ten business days later.
    """
    numbers = [each.number.value for each in found.attached] + [own.value for e in found.listed for own in e.numbers]
    if any(base(number) == "16" for number in numbers):
        return
    for statement in said.letter:
        if isinstance(statement.heading.inapplicable, Located) or not isinstance(statement.words, Absent):
            continue
        yield Observation(
            statement.heading.span, "Item 4.01 has no letter of the former accountant as Exhibit 16, and speaks of none"
        )
        return
