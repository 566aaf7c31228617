"""Where the lines of a document are those of its source: in plain text, and in preformatted stretches of HTML.

A sentence goes on there over several lines, and blanks put words into columns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from filinglint.documents.markup import Rendered
from filinglint.spans import Range

_PRE = frozenset(("pre", "/pre"))


def laid_out(rendered: Rendered) -> list[Range]:
    """Return the ranges of the rendered text whose lines are those of the source, in order."""
    if not rendered.html:
        return [(0, len(rendered.text))]
    found: list[Range] = []
    begin: int | None = None
    for tag in rendered.tags(_PRE) if "pre" in rendered.tag_names else ():
        if tag.name == "pre":
            begin = tag.at if begin is None else begin
        elif begin is not None:
            found.append((begin, tag.at))
            begin = None
    return found if begin is None else [*found, (begin, len(rendered.text))]


def lies_in(ranges: Sequence[Range], offset: int) -> bool:
    """Tell whether the character at *offset* lies in one of *ranges*, which are in order and apart."""
    index = bisect_right(ranges, offset, key=lambda each: each[0]) - 1
    return index >= 0 and offset < ranges[index][1]
