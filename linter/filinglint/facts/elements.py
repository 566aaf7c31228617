"""The elements of an XML form and the words they hold, each at its place.

Source: XML 1.0, as the forms that filers fill in on EDGAR use it. The elements are found by our own search: lxml
knows no columns, and forms that are not well formed have been accepted. Nothing is expanded, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date

from filinglint.documents.references import decode
from filinglint.facts.header import as_iso_date
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

_DEPTH = 60
_TOKEN = pattern(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[?!][^<>]*>|<(/?)(?:[\w.-]++:)?([A-Za-z_][\w.-]*+)([^<>]*+)>",
    re.DOTALL,
)
_DAY = pattern(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?")


@dataclass(slots=True)
class Element:
    """One element: its place from tag to tag, its text where it holds no other, and its children in order."""

    name: str
    span: Span
    text: str = ""
    content: Span = field(default_factory=lambda: Span(0, 0))
    children: list[Element] = field(default_factory=list)
    mixed: bool = False

    def named(self, name: str) -> Iterator[Element]:
        """Yield the elements of that name below this one, outermost first, in file order."""
        for child in self.children:  # _DEPTH bounds it
            if child.name == name:
                yield child
            elif child.children:  # most have none
                yield from child.named(name)

    def first(self, name: str) -> Element | None:
        """Return the first element of that name below this one."""
        return next(self.named(name), None)


def tree(text: str, span: Span, root: str) -> Element:
    """Return the element *root* at *span*; one that is not closed ends where the one around it does."""
    top = Element("", span)
    opened = [top]
    for m in _TOKEN.finditer(text, span.start, span.end):
        name = m[2]
        if name is None:
            opened[-1].mixed = opened[-1].mixed or m[0].startswith("<![CDATA[")
        elif not m[1]:
            element = Element(name, Span(*m.span()), content=Span(m.end(), m.end()))
            opened[-1].children.append(element)
            if not m[3].endswith("/") and len(opened) < _DEPTH:
                opened.append(element)
        elif opened[-1].name == name or any(element.name == name for element in opened):
            while True:
                element = opened.pop()
                element.content = Span(element.content.start, m.start())
                element.span = Span(element.span.start, m.end())
                element.text = "" if element.children else text[element.content.start : m.start()]
                if element.name == name:
                    break
    for element in opened[1:]:
        element.content = Span(element.content.start, span.end)
        element.span = Span(element.span.start, span.end)
        element.mixed = True
    return top.first(root) or top


def words(within: Element, what: str, name: str) -> Leaf[str]:
    """Return the words of the element *name*, or of the ``value`` inside it, where they stand."""
    element = within.first(name)
    return Absent(within.span, what) if element is None else said(element, what)


def said(element: Element, what: str) -> Leaf[str]:
    """Return the words of *element*, or of the ``value`` inside it, where they stand."""
    element = element.first("value") or element
    if element.mixed or element.children:
        # A footnote in place of a value states nothing.
        noted = not element.mixed and all(child.name == "footnoteId" for child in element.children)
        return Absent(element.span, what) if noted else Unsure(element.span, what, "markup stands in it")
    stripped = element.text.strip()
    if not stripped:
        return Absent(element.span, what)
    start = element.content.start + len(element.text) - len(element.text.lstrip())
    return Located(" ".join(decode(stripped).split()), Span(start, start + len(stripped)))


def day(within: Element, what: str, name: str) -> Leaf[date]:
    """Return the day that the element *name* gives."""
    return parsed(words(within, what, name), what, _as_day, "is no day")


def _as_day(words: str) -> date | None:
    m = _DAY.fullmatch(words)  # a zone behind the day is no part of it
    return as_iso_date(m[1]) if m else None
