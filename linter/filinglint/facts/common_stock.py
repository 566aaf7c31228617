"""How a document describes the registrant's own common stock: its symbol on an exchange, and its par value.

Source: the sentences of reports, registration statements and prospectuses ("Our common stock is listed on the New York
Stock Exchange under the symbol"), and the titles of securities on covers, 1994 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import extractor, readable_main
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, Located, NotApplicable
from filinglint.patterns import pattern

_MOST = 200
_OWN = r"\b(?:[Oo]ur|[Tt]he\s(?:Company|Registrant)['’]s|The)\s(?:outstanding\s|issued\s)?(?P<kind>(?:Class\s[A-Z]\s)?)"
_STOCK = r"(?i:common\sstock|common\sshares|ordinary\sshares)"
_WORDS = r"(?:[^.;“”\"\n]|\.(?=\d))"
_SIGN = sign("symbol")
_SYMBOL = pattern(r"symbol\s[\"“”'‘’]{0,2}\s?(?P<symbol>[A-Z]{1,5}(?:\.[A-Z]{1,2})?)(?![\w.]?\w)")
_LISTED = pattern(
    rf"{_OWN}{_STOCK}{_WORDS}{{0,90}}?\s(?:is|are)\s(?:(?:currently|now|presently)\s)?(?:listed|traded|quoted)\s"
    r"[^.;\n]{0,140}\sunder\sthe\s(?:trading\s|ticker\s)?\Z"
)
_MARKETS = (("NYSE", ("new york stock exchange", "nyse")), ("Nasdaq", ("nasdaq",)))
_OTHER_PAPERS = pattern(r"\b(?:warrants?|units?|preferred|rights|notes|debentures|depositary)\b", re.IGNORECASE)
_BEFORE = 320
_PAR_VALUES = (sign("par value"), sign("par\nvalue"))
_PAR = pattern(r"par\svalue(?:\s(?:of\s)?(?:US)?\$\s?(?P<after>\d{0,2}\.\d{1,6}))?(?!\w)")
_OWN_STOCK = pattern(rf"{_OWN}{_STOCK},?\s(?:with\sa\s|(?:US)?\$\s?(?P<before>\d{{0,2}}\.\d{{1,6}})\s)?\Z")
_TITLE = pattern(r"\bcommon\s(?:stock|shares)|ordinary\sshares", re.IGNORECASE)
_AMOUNT = pattern(r"\$\s?(\d{0,2}\.\d{1,6})")
_CHANGED = pattern(r"\b(?:chang|reduc|increas|decreas|amend|convert|former|previous|split|from\s\$)", re.IGNORECASE)
_NEAR = 250


@dataclass(frozen=True, slots=True)
class Described:
    """What a place says of the stock: its *value*, a symbol or an amount without needless noughts.

    *of* is the class, and for a symbol the exchange.
    """

    said: Located[str]
    value: str
    of: str


@dataclass(frozen=True, slots=True)
class CommonStock:
    """The symbols and the par values by which the main document knows the registrant's own common stock.

    A par value is left out where the text around speaks of a change.
    """

    symbols: tuple[Described, ...]
    par_values: tuple[Described, ...]


@extractor("common_stock")
def common_stock(submission: Submission) -> CommonStock:
    """Read the main document. Raises NotApplicable without one to read."""
    return CommonStock(
        tuple(islice(_symbols(submission), _MOST)),
        tuple(islice(_par_values(submission), _MOST)),
    )


def _symbols(submission: Submission) -> Iterator[Described]:
    rendered = readable_main(submission).rendered
    text = rendered.text
    for m in rendered.signs.matches(_SIGN, _SYMBOL):
        listed = _LISTED.search(text[max(0, m.start() - _BEFORE) : m.start()])
        if listed is None or _OTHER_PAPERS.search(listed[0]):
            continue
        words = " ".join(listed[0].lower().split())
        markets = [market for market, names in _MARKETS if any(name in words for name in names)]
        if len(markets) == 1:
            said = rendered.located(*m.span("symbol"))
            yield Described(said, said.value, f"{listed['kind'].strip()} on {markets[0]}".strip())


def _par_values(submission: Submission) -> Iterator[Described]:
    rendered = readable_main(submission).rendered
    text = rendered.text
    try:
        titles = [row.title for row in cover_page.of(submission).securities.rows]
    except (NotApplicable, CannotTell):
        titles = []
    stated = [title for title in titles if isinstance(title, Located) and _TITLE.search(title.value)]
    if len(stated) == 1 and "class" not in stated[0].value.lower() and (m := _AMOUNT.search(stated[0].value)):
        yield Described(stated[0], _plain(m[1]), "")
    for m in chain.from_iterable(rendered.signs.matches(words, _PAR) for words in _PAR_VALUES):
        before = text[max(0, m.start() - _NEAR) : m.start()]
        own = _OWN_STOCK.search(before)
        amount = (own["before"] or m["after"]) if own else None
        if own is None or amount is None or _CHANGED.search(before) or _CHANGED.search(text, m.end(), m.end() + _NEAR):
            continue
        said = rendered.located(m.start() - len(own[0]), m.end())
        yield Described(said, _plain(amount), own["kind"].strip())


def _plain(amount: str) -> str:
    return "0" + amount.lstrip("0").rstrip("0").removesuffix(".")
