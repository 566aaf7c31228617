"""XML for the formats that are it: text and attributes that no character of a filing can end."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from filinglint.reporters.exchange import words

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def start(name: str, attributes: Mapping[str, object] | None = None, *, empty: bool = False) -> str:
    """Return the start tag of *name*; an *empty* one ends itself. Control characters are visible escapes."""
    said = "".join(f" {key}={quoteattr(words(str(value)))}" for key, value in (attributes or {}).items())
    return f"<{name}{said}{'/' if empty else ''}>"


def text(words_: str) -> str:
    """Return *words_* as the text of an element, its lines kept."""
    return escape("\n".join(words(line) for line in words_.split("\n")))
