"""A balanced tree from the tags of a filing, however they are nested: only elements of ours, and classes of ours.

Blocks become ``div``, so that nothing closes anything by itself; headings and lists do too, for the page has its
own. What is unknown is passed over, and its words are kept. Source: the way in which browsers mend old HTML
(HTML Standard, 13.2.6), as far as filings need it.
"""

from __future__ import annotations

from filinglint.reporters.html.dress import Dress, dressed
from filinglint.reporters.html.elements import Markup, element, escaped, void

_DEEPEST = 120
_BLOCKS = {
    **dict.fromkeys("p div center address dir menu form fieldset article section main header footer".split(), ""),
    **{f"h{number}": f"hd h{number}" for number in range(1, 7)},
    "center": "ac",
    "blockquote": "n2",
    "ul": "ul",
    "ol": "ol",
    "li": "li",
    "dl": "dl",
    "dt": "wb",
    "dd": "n2",
    "pre": "pre",
}
_INLINE = {
    **dict.fromkeys("span font small big tt code kbd samp label q cite var abbr".split(), "span"),
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "strike": "s",
    "del": "s",
    "sup": "sup",
    "sub": "sub",
    "a": "span",
}
_OWN = {"small": "z1", "big": "z3", "a": "ln", "tt": "mono", "code": "mono"}
_CELLS = frozenset(("td", "th"))
_SCOPES = frozenset(("td", "table"))
_ITEMS = {"li": frozenset(("li",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd"))}


class Weaver:
    """Takes tags and words in their order, and keeps what they make in ``out``; ``finish`` closes what is open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._open: list[tuple[str, str]] = []  # what the filing calls it, what it is in the page ("" for nothing)

    def words(self, markup: Markup, *, blank: bool = False) -> None:
        """Take words; between the rows and cells of a table *blank* ones are left out, and others get a cell."""
        if blank and self._open and self._open[-1][0] in ("table", "tr"):
            return
        self._into_cell()
        self.out.append(markup)

    def tag(self, source: str) -> None:
        """Take a tag of the filing."""
        dress = dressed(source)
        name = dress.name
        if name.startswith("/"):
            self._end("td" if name[1:] in _CELLS else name[1:])
        elif name in _CELLS:
            self._cell(dress)
        elif name == "tr":
            self._row(dress)
        elif name == "table":
            self._into_cell()
            self._close_paragraph()
            self._start("table", "table", dress.classes, role="presentation")
        elif name in _BLOCKS:
            self._block(dress)
        elif name in _INLINE:
            self._inline(dress)
        elif name in ("br", "hr"):
            self._into_cell()
            if name == "hr":
                self._close_paragraph()
            self.out.append(f"<{name}>")
        elif name == "img":
            self.words(element("span", f"picture: {dress.words}" if dress.words else "picture", class_="img"))
        elif name == "input":
            self.words(escaped("\u2612" if dress.ticked else "\u2610"))

    def finish(self) -> None:
        """Close everything that is open."""
        self._close_to(0)

    def _block(self, dress: Dress) -> None:
        self._into_cell()
        self._close_paragraph()
        if dress.name in _ITEMS:
            self._close_item(_ITEMS[dress.name])
        self._start(dress.name, "div", f"{_BLOCKS[dress.name]} {'p ' if dress.name == 'p' else ''}{dress.classes}")

    def _inline(self, dress: Dress) -> None:
        self._into_cell()
        classes = f"{_OWN.get(dress.name, '')} {dress.classes}".strip()
        made = _INLINE[dress.name]
        self._start(dress.name, "" if made == "span" and not classes else made, classes)

    def _row(self, dress: Dress) -> None:
        at = self._nearest(("tr", "table"))
        if at is None:
            self._close_paragraph()
            self._start("table", "table", "", role="presentation")
        else:
            self._close_to(at if self._open[at][0] == "tr" else at + 1)
        self._start("tr", "tr", dress.classes)

    def _cell(self, dress: Dress) -> None:
        at = self._nearest(("td", "tr", "table"))
        if at is not None and self._open[at][0] == "td":
            self._close_to(at)
            at = self._nearest(("tr", "table"))
        if at is None or self._open[at][0] == "table":
            self._row(Dress("tr"))
        else:
            self._close_to(at + 1)
        classes = f"{'wb ' if dress.name == 'th' else ''}{dress.classes}".strip()
        columns = {"colspan": str(dress.columns)} if dress.columns > 1 else {}
        rows = {"rowspan": str(dress.rows)} if dress.rows > 1 else {}
        self._start("td", "td", classes, **columns, **rows)

    def _into_cell(self) -> None:
        """Open the cell that words and blocks directly in a table or in a row need."""
        if self._open and self._open[-1][0] == "table":
            self._start("tr", "tr", "")
        if self._open and self._open[-1][0] == "tr":
            self._start("td", "td", "")

    def _start(self, name: str, made: str, classes: str, **attributes: str) -> None:
        if len(self._open) >= _DEEPEST:
            return
        self._open.append((name, made))
        if made:
            self.out.append(void(made, class_=" ".join(classes.split()), **attributes))

    def _end(self, name: str) -> None:
        """Close the nearest element called *name*; nothing but a table or a part of one reaches out of a cell."""
        for at in range(len(self._open) - 1, -1, -1):
            found = self._open[at][0]
            if found == name:
                self._close_to(at)
                return
            if found == "table" or (found == "td" and name not in ("tr", "table")):
                return

    def _nearest(self, names: tuple[str, ...]) -> int | None:
        return next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] in names), None)

    def _close_paragraph(self) -> None:
        self._close_item(frozenset("p"))

    def _close_item(self, names: frozenset[str]) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            found = self._open[at][0]
            if found in names:
                self._close_to(at)
                return
            if found in _SCOPES or found in ("ul", "ol", "dl"):
                return

    def _close_to(self, at: int) -> None:
        for _, made in reversed(self._open[at:]):
            if made:
                self.out.append(f"</{made}>")
        del self._open[at:]
