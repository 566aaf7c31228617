"""The securities that a cover says are registered under Section 12(b): title, trading symbol, exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.markup import Rendered
from filinglint.facts.cover_values import NOTHING
from filinglint.facts.first_words import Lowered, Phrase
from filinglint.facts.laid_out import laid_out, lies_in
from filinglint.facts.layout import Layout, Piece
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_HEADING = Phrase(
    pattern(
        r"\bsecurities\s+(?:to\s+be\s+)?(?:registered|registerable)\s+(?:or\s+to\s+be\s+registered\s*(?:,\s*)?)?"
        r"(?:pursuant\s+to|under)\s+section\s+12\s?\(b\)"
        r"(?:\s+of\s+the\s+(?:securities\s+)?(?:exchange\s+)?act(?:\s+of\s+1934)?)?\s*:?",
        re.IGNORECASE,
    ),
    ("securities",),
)
_END = Phrase(
    pattern(
        r"\bsecurities\s+(?:to\s+be\s+)?(?:registered|registerable)\b|\bindicate\s+by\b|\bsecurities\s+for\s+which"
        r"|\bcheck\s+the\s+appropriate\s+box"
        r"|^[ \t]*items?\s+\d|^[ \t]*\*",
        re.IGNORECASE | re.MULTILINE,
    ),
    ("securities", "indicate", "check"),
    ("item", "*"),
)
_TITLE = pattern(r"[(\[]?titles?\s+(?:of|for)\b", re.IGNORECASE)
_SYMBOL = pattern(r"[(\[]?(?:trading\b|(?:trading|ticker)?\s{0,40}(?:symbol|ticker))", re.IGNORECASE)
_EXCHANGE = pattern(
    r"[(\[]?(?:names?\s+of\s+(?:each\s+|the\s+)?(?:national\s+)?(?:securities\s+)?|each\s+)?exchanges?\b", re.IGNORECASE
)
_HEAD_WORDS = pattern(
    r"[(\[]?(?:titles?|of|each|class(?:es)?|to|be|so|registered|trading|ticker|symbols?|\(s\)|names?|exchanges?|on|which|the"
    r"|security|securities|national|is|are|[\s()\[\],.*:]+)+",
    re.IGNORECASE,
)
_REGISTRANT = pattern(r"(?:name\s+of\s+)?(?:each\s+)?registrants?\W*$", re.IGNORECASE)
_TICKER = pattern(r"[A-Z]{2}$")
_TICKERS = pattern(r"[A-Z]{1,5}")
_MARKET = pattern(r"\b(?:exchange|nasdaq|nyse|stock market|arca|cboe)\b", re.IGNORECASE)
# The whole name of a market, which is not the second line of one: one line a class.
_WHOLE_MARKET = pattern(
    r"(?:the\s+)?(?:new\s+york\s+stock|nyse\b|nasdaq\b|american\s+stock|cboe\b|chicago\s+stock|boston\s+stock|pacific\s+)"
    r"[^\n]{0,60}(?:exchange|nyse|nasdaq|market|american|arca|texas|inc\.?|llc)[\s\W]*",
    re.IGNORECASE,
)
_LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Security:
    """One registered class; ``symbol`` is absent where the table has no such column, or an empty cell."""

    title: Leaf[str]
    symbol: Leaf[str]
    exchange: Leaf[str]


@dataclass(frozen=True, slots=True)
class Securities:
    """The statement of securities under Section 12(b).

    ``heading`` is absent where the cover makes no such statement. ``none`` holds the words that say there
    are none ("None", "Not applicable"). ``symbol_head`` is the head of the column of trading symbols.
    ``readable`` is false where the rows cannot be told apart; ``rows`` is then empty.
    """

    span: Span
    heading: Leaf[str]
    none: Leaf[str]
    symbol_head: Leaf[str]
    rows: tuple[Security, ...]
    readable: bool


def read_securities(rendered: Rendered, source: str, words: Lowered, start: int, end: int, span: Span) -> Securities:
    """Read the statement in ``rendered.text[start:end]``, which *words* have."""
    m = words.search(_HEADING, start, end)
    if m is None:
        nothing = Absent(span, "statement of securities under Section 12(b)")
        return Securities(span, nothing, nothing, nothing, (), True)
    following = words.search(_END, m.end(), min(end, m.end() + _LONGEST))
    stop = following.start() if following else min(end, m.end() + _LONGEST)
    return _Table(rendered, source, m, stop).read()


def names_market(words: str) -> bool:
    """Tell whether *words* name a market."""
    return _MARKET.search(words) is not None


class _Table:
    def __init__(self, rendered: Rendered, source: str, heading: re.Match[str], stop: int) -> None:
        self._rendered, self._heading = rendered, heading
        self._span = rendered.source_span(heading.start(), stop)
        line = rendered.text.rfind("\n", 0, heading.start()) + 1
        layout = Layout(rendered, source, line, stop)
        self._pieces = [piece for piece in layout.pieces if piece.end > heading.end()]

    def read(self) -> Securities:
        heading = self._rendered.located(*self._heading.span())
        heads = self._heads()
        symbol = heads.get("symbol")
        symbol_head: Leaf[str]
        if symbol:
            symbol_head = self._rendered.located(symbol.start, symbol.end)
        else:
            symbol_head = Absent(self._span, "head of a column of trading symbols")
        body = self._body(heads)
        none = self._none(body)
        if isinstance(none, Located):
            return Securities(self._span, heading, none, symbol_head, (), True)
        if "title" not in heads or not body:
            return Securities(self._span, heading, none, symbol_head, (), not body)
        rows = self._rows(body, heads)
        if rows and all(isinstance(row.title, Located) and NOTHING.fullmatch(row.title.value) for row in rows):
            return Securities(self._span, heading, rows[0].title, symbol_head, (), True)
        return Securities(self._span, heading, none, symbol_head, rows, bool(rows))

    def _heads(self) -> dict[str, Piece]:
        found: dict[str, Piece] = {}
        for name, expression in (
            ("title", _TITLE),
            ("symbol", _SYMBOL),
            ("exchange", _EXCHANGE),
            ("registrant", _REGISTRANT),
        ):
            for piece in self._pieces:
                if expression.match(piece.words):
                    found[name] = piece
                    break
        return found

    def _body(self, heads: dict[str, Piece]) -> list[Piece]:
        """Return what is not of the head; "SO" and "ON" are symbols, too, where a market stands on their line."""
        in_head = {piece.start for piece in self._pieces if _HEAD_WORDS.fullmatch(piece.words)}
        if "registrant" in heads:
            in_head.add(heads["registrant"].start)
        markets = {piece.line for piece in self._pieces if piece.start not in in_head and _MARKET.search(piece.words)}
        return [
            piece
            for piece in self._pieces
            if piece.start not in in_head or (piece.line in markets and _TICKER.match(piece.words))
        ]

    def _none(self, body: list[Piece]) -> Leaf[str]:
        rest = [piece for piece in body if any(c.isalpha() for c in piece.words)]
        after = self._rendered.text[self._heading.end() : rest[0].end] if rest else ""
        if rest and all(NOTHING.fullmatch(piece.words) for piece in rest):
            return self._rendered.located(rest[0].start, rest[0].end)
        if rest and rest[0].start < self._heading.end() and NOTHING.fullmatch(after):
            return self._rendered.located(self._heading.end(), rest[0].end)
        return Absent(self._span, "words that say there are none")

    def _rows(self, body: list[Piece], heads: dict[str, Piece]) -> tuple[Security, ...]:
        lines: dict[int, dict[str, list[Piece]]] = {}
        for piece in body:
            if (
                "exchange" in heads
                and _MARKET.search(piece.words)
                and piece.overlap(heads["title"].left, heads["title"].right) <= 0
            ):
                lines.setdefault(piece.line, {}).setdefault("exchange", []).append(piece)
                continue
            name = max(heads, key=lambda each: piece.overlap(heads[each].left, heads[each].right))
            if piece.overlap(heads[name].left, heads[name].right) <= 0:
                name = min(heads, key=lambda each: abs(piece.centre - heads[each].centre))
            lines.setdefault(piece.line, {}).setdefault(name, []).append(piece)
        found: list[Security] = []
        for columns in lines.values():
            if "title" not in columns or len(columns) < 2:
                if lies_in(laid_out(self._rendered), self._heading.start()):
                    # The rest of the line above, or a row of its own: columns of text do not say.
                    return ()
                continue
            if any(character.isalpha() for piece in columns["title"] for character in piece.words):
                found += self._classes(columns)
        return tuple(found)

    def _classes(self, columns: dict[str, list[Piece]]) -> Iterator[Security]:
        """Yield the class of a row of the table, or each of those that its cells hold line by line."""
        titles, symbols, exchanges = (columns.get(name, []) for name in ("title", "symbol", "exchange"))
        if not symbols and len(exchanges) == 2 and names_market(exchanges[0].words):
            last = exchanges[1].words
            if _TICKERS.fullmatch(last) and not names_market(last):  # the cells were exchanged
                symbols, exchanges = exchanges[:1], exchanges[1:]
        if 1 < len(titles) == len(exchanges) and all(_WHOLE_MARKET.fullmatch(piece.words) for piece in exchanges):
            for index, (title, exchange) in enumerate(zip(titles, exchanges, strict=True)):
                symbol: Leaf[str]
                if len(symbols) == len(titles):
                    symbol = self._leaf([symbols[index]], "trading symbol")
                else:
                    symbol = Unsure(self._span, "trading symbol", "it cannot be told which class bears it")
                yield Security(self._leaf([title], "title of the class"), symbol, self._leaf([exchange], "exchange"))
            return
        yield Security(
            self._leaf(titles, "title of the class"),
            self._leaf(symbols, "trading symbol"),
            self._leaf(exchanges, "exchange"),
        )

    def _leaf(self, pieces: list[Piece], what: str) -> Leaf[str]:
        kept = [piece for piece in pieces if piece.words not in ("-", "—")]
        if not kept:
            return Absent(self._span, what)
        start, end = kept[0].start, kept[-1].end
        if any(start < other.start < end and other not in kept for other in self._pieces):
            return Unsure(self._rendered.source_span(start, end), what, "other words stand between its lines")
        return self._rendered.located(start, end)
