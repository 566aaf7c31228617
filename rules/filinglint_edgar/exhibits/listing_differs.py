"""EXH039."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.release_listings import Listing, release_listings
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "EXH039",
    "release-listing-differs",
    reads=(cover_page, release_listings),
    remedy="correct the exchange or the symbol where it is wrong",
    authority=Authority(
        "Form 8-K, cover page: trading symbol and exchange; Exchange Act Rule 12b-20", effective_from=date(2019, 5, 2)
    ),
    forms=EIGHT_K,
)
def listing_differs(cover: CoverPage, listings: tuple[Listing, ...]) -> Iterator[Observation]:
    """A press release names the exchange and the trading symbol that the cover of its report gives.

    What stands behind the registrant's own name is looked at. Where one mention agrees with the cover, another may be
    of a class that is to be listed.
    """
    rows = [row for row in cover.securities.rows if isinstance(row.symbol, Located)]
    symbols = {_plain(row.symbol.value): row for row in rows if isinstance(row.symbol, Located)}
    if not symbols or not listings:
        return
    known = [each for each in listings if _plain(each.symbol.value) in symbols]
    if not known:
        symbol, ours = listings[0].symbol, next(iter(symbols.values())).symbol
        if isinstance(ours, Located):
            yield Observation(
                symbol,
                f"the release gives the trading symbol '{symbol.value}', the cover '{ours.value}'",
                related=[(ours, f"the cover says {ours.value}")],
            )
        return
    markets = [(each, symbols[_plain(each.symbol.value)].exchange) for each in known]
    judged = [(each, where) for each, where in markets if isinstance(where, Located) and _market(where.value)]
    if judged and all(_market(each.exchange.value) != _market(where.value) for each, where in judged):
        each, where = judged[0]
        yield Observation(
            where,
            f"the cover names the exchange '{where.value}', the release '{each.exchange.value}'",
            related=[(each.exchange, f"the release says {each.exchange.value}")],
        )


def _plain(symbol: str) -> str:
    return "".join(character for character in symbol if character.isalnum()).upper()


def _market(name: str) -> str:
    """Return which family of exchanges *name* means; "" when it is neither of two."""
    lower = name.lower()
    if "nasdaq" in lower:
        return "nasdaq"
    return "nyse" if "nyse" in lower or "new york stock" in lower else ""
