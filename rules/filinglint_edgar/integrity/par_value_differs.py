"""INT017."""

from collections.abc import Iterator

from filinglint.facts.common_stock import CommonStock, common_stock
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, PROSPECTUSES, STATEMENTS
from filinglint_edgar.integrity.outliers import outliers


@rule(
    "INT017",
    "par-value-differs",
    reads=(common_stock,),
    remedy="give it the same everywhere",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408", "should"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS | PROSPECTUSES,
)
def par_value_differs(stock: CommonStock) -> Iterator[Observation]:
    """A document gives the registrant's common stock one par value.

    A nought more or less makes it ten times as much. Where the text speaks of a change nothing is said.
    """
    for odd, usual in outliers(stock.par_values):
        of = f" {odd.of}" if odd.of else ""
        yield Observation(
            odd.said,
            f"the par value of the common stock{of} is ${odd.value} here and ${usual.value} elsewhere",
            related=[(usual.said, usual.value)],
        )
