"""COV051."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ixbrl_cover import IxbrlCover, TaggedSecurity, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV051",
    "tagged-security-incomplete",
    reads=(ixbrl_cover,),
    tags=frozenset(("ixbrl",)),
    remedy="tag symbol and exchange of the class, or dei:NoTradingSymbolFlag where it has no symbol",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.46", "should", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_security_incomplete(tagged: IxbrlCover) -> Iterator[Observation]:
    """Each class of securities under Section 12(b) is tagged with its exchange, and its symbol or that it has none.

    Facts of one class stand in one context: a tag in another context belongs to another class.
    """
    lacking = [(security.title, _lacks(security)) for security in tagged.securities if _lacks(security)]
    if not lacking:
        return
    (first, lacks), others = lacking[0], lacking[1:]
    more = f", and {len(others)} more {'class' if len(others) == 1 else 'classes'} so" if others else ""
    yield Observation(
        first,
        f"the class '{first.value}' is tagged with no {' and no '.join(lacks)}{more}",
        related=[(title, f"no {' and no '.join(words)}") for title, words in others[:5]],
        label=f"no {' and no '.join(lacks)}",
    )


def _lacks(security: TaggedSecurity) -> list[str]:
    """Return what the tags of *security* leave out."""
    if isinstance(security.title, Absent):
        return []
    lacks = ["exchange"] if isinstance(security.exchange, Absent) else []
    if isinstance(security.symbol, Absent) and isinstance(security.no_symbol, Absent):
        lacks.append("trading symbol")
    return lacks
