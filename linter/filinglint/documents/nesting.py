"""How deep markup is nested, which what reads further may recurse over, and how many different tags it has."""

from __future__ import annotations

from filinglint.documents.document import Body, Document
from filinglint.documents.stretches import Tags, cut
from filinglint.patterns import pattern

_NESTING = ("table", "div", "ul", "ol", "dl", "blockquote")
_OPENS, _ENDS = "(", ")"
_LETTERS = dict.fromkeys(_NESTING, _OPENS) | {f"/{name}": _ENDS for name in _NESTING}
_RUN = pattern(r"\(+|\)+")
_USUAL = 32
_SHORTEST = 3  # characters of a tag


def depth(document: Document) -> int:
    """Return how many tables, lists and divisions stand in one another at most; 0 where nobody has rendered it.

    An end tag that ends nothing is passed over, as browsers do.
    """
    if "rendered" not in vars(document) or document.body not in (Body.HTML, Body.IXBRL):
        return 0
    signs = document.rendered.tag_letters(_LETTERS)
    signs += _ENDS * signs.count(_OPENS)  # all that begins ends: at the end of the document at last
    for level in range(_USUAL):
        if _OPENS not in signs:
            return level
        signs = signs.replace(_OPENS + _ENDS, "")  # the innermost
    now = most = 0
    for run in _RUN.finditer(signs):
        length = run.end() - run.start()
        now = now + length if run[0][0] == _OPENS else max(0, now - length)
        most = max(most, now)
    return _USUAL + most


def different_tags(document: Document, most: int) -> int:
    """Return how many different tags a document has, counted no further than a little past *most*; 0 where that is few.

    Each is kept when it is rendered: those of twenty megabytes that all differ would take ten times their room.
    """
    span, text = document.content, document.source.text
    if len(span) <= _SHORTEST * most or document.body not in (Body.HTML, Body.IXBRL):
        return 0
    if text.count("<", span.start, span.end) <= most:
        return 0
    tags = Tags()
    for _ in cut(text, span.start, span.end, tags, stuffed=document.stuffed):
        if len(tags.letter_of) > most:
            break
    return len(tags.letter_of)
