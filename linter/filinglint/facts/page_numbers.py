"""Numbers of pages at the foot or the head of a page that are beyond the last one: "Page 7 of 5"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50
_WORDS = (sign("Page "), sign("PAGE "))
# "page 45 of 10-K" cites another report: behind the number of a page stands nothing more.
_OF = pattern(r"P(?:age|AGE) (\d{1,4}) {1,3}(?:of|OF) {1,3}(\d{1,4})(?: (?:Pages|PAGES))?(?=[ \t]{0,99}(?:\n|\Z))")


@dataclass(frozen=True, slots=True)
class PageBeyond:
    """The number of a page, and the smaller number of all pages behind it."""

    page: Located[int]
    last: Located[int]


@document_extractor("page_numbers")
def page_numbers(submission: Submission, document: Document) -> tuple[PageBeyond, ...]:  # noqa: ARG001
    """Look for pages beyond the last, at most fifty. Raises NotApplicable for bodies that nobody reads."""
    return tuple(islice(_beyond(readable(document)), _MOST))


def _beyond(document: Document) -> Iterator[PageBeyond]:
    rendered = document.rendered
    for word in _WORDS:
        for m in rendered.signs.matches(word, _OF):
            if int(m[1]) > int(m[2]) > 0:
                page, last = (Located(int(m[at]), rendered.source_span(*m.span(at))) for at in (1, 2))
                yield PageBeyond(page, last)
