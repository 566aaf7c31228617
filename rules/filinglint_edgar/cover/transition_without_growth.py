"""COV071."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV071",
    "egc-transition-without-egc",
    reads=(cover_page,),
    remedy="check the box of an emerging growth company, or take the mark at the transition period away",
    authority=Authority(
        "Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page; Release 33-10332", effective_from=date(2017, 4, 12)
    ),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def transition_without_growth(cover: CoverPage) -> Iterator[Observation]:
    """Only an emerging growth company answers whether it uses the extended transition period.

    The sentence begins "If an emerging growth company". Where its box is checked and that of the company is not, one of
    the two is wrong.
    """
    growing, elected = cover.box("egc").ticked, cover.box("egc_transition").ticked
    if not isinstance(growing, Located) or not isinstance(elected, Located):
        return
    if elected.value and not growing.value:
        yield Observation(
            elected,
            "the box on the extended transition period is checked, that of an emerging growth company is not",
            related=[(growing, "not checked: emerging growth company")],
        )
