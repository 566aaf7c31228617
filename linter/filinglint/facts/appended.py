"""How much stands in the main document behind its signatures and lists: exhibits without a document of their own.

Source: reports of the 1990s and of small filers later, which put a press release behind the signature page.
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import exhibits
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.signatures import signatures
from filinglint.frozen import dataclass
from filinglint.spans import Span

_ENOUGH = 20_000  # characters of the source in which enough words for an exhibit stand


@dataclass(frozen=True, slots=True)
class Appended:
    """The matter at ``span``, behind the last signature block and the last entry of a list.

    ``words`` counts those at its beginning, enough to tell an exhibit from a page number. ``signed`` is whether a
    signature block was found: without one the matter holds the signatures too.
    """

    span: Span
    words: int
    signed: bool

    @property
    def may_be_exhibit(self) -> bool:
        """Whether there is enough of it to be an exhibit."""
        return self.words > (60 if self.signed else 200)


@extractor("appended")
def appended(submission: Submission) -> Appended:
    """Measure what stands behind the report. Raises NotApplicable without a main document to read."""
    main = readable_main(submission)
    blocks = signatures.of(submission).blocks
    ends = [block.span.end for block in blocks] + [entry.span.end for entry in exhibits.of(submission).listed]
    span = Span(max(ends, default=main.content.start), main.content.end)
    near = Span(span.start, min(span.end, span.start + _ENOUGH))
    return Appended(span, len(main.rendered.words(near).split()), bool(blocks))
