"""EXH023."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.item_statements import ItemStatements, item_statements
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.exhibits.standing import base


@rule(
    "EXH023",
    "amended-instrument-missing",
    reads=(item_statements, exhibits),
    remedy="file the amendment, or the whole instrument as amended, as Exhibit 3",
    authority=Authority(
        "Form 8-K, Item 5.03(a); Regulation S-K, Item 601(b)(3) (17 CFR 229.601(b)(3))",
        "should",
        effective_from=SWITCH_DATE,
    ),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def instrument_missing(said: ItemStatements, found: Exhibits) -> Iterator[Observation]:
    """A report that the articles or by-laws were amended has the amendment as Exhibit 3.

    The text of the report is a summary only. A change of the fiscal year alone needs no exhibit, and an instrument
    filed before may be incorporated by reference.
    """
    numbers = [each.number.value for each in found.attached] + [own.value for e in found.listed for own in e.numbers]
    if any(base(number) in ("3", "4") for number in numbers):
        return
    for statement in said.instrument:
        if isinstance(statement.words, Located) and not isinstance(statement.heading.inapplicable, Located):
            yield Observation(
                statement.heading.span,
                "Item 5.03 reports an amendment, and no exhibit 3 is listed or attached",
                related=[(statement.words, "what is amended")],
            )
            return
