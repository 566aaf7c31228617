"""How deep markup is nested: nothing of ours recurses over it, and what reads further may."""

from __future__ import annotations

from filinglint.documents.document import Body, Document
from filinglint.patterns import pattern

_NESTING = ("table", "div", "ul", "ol", "dl", "blockquote")
_OPENS, _ENDS = "(", ")"
_LETTERS = dict.fromkeys(_NESTING, _OPENS) | {f"/{name}": _ENDS for name in _NESTING}
_RUN = pattern(r"\(+|\)+")
_USUAL = 32


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
