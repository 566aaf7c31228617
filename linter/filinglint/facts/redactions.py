"""Which exhibits leave parts out between brackets, and whether they say so.

Source: Regulation S-K, Item 601(b)(2)(ii) and (b)(10)(iv) as of 2 April 2019 (Release 33-10618), and exhibits filed
since.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.facts.first_words import lowered
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf
from filinglint.patterns import pattern

_LEFT_OUT = pattern(r"\[ ?\*(?: ?\*){2,9} ?\]|\[REDACTED\]|\[Redacted\]")
_SAYS = pattern(
    r"\b(?:omitted|excluded|redacted|left\sout)\b[^\n]{0,400}\b(?:not\smaterial|private|confidential|competitive(?:ly)?\sharm"
    r"|601\(b\))|\b(?:private|confidential|not\smaterial)\b[^\n]{0,400}\b(?:omitted|excluded|redacted)\b"
    r"|\bconfidential\streatment\b|\b601\(b\)\((?:2|10)\)",
    re.IGNORECASE,
)
_WORDS = ("omitted", "excluded", "redacted", "left", "treatment", "601(b)")  # one of them is in all that says so
_TOP = 6000


@dataclass(frozen=True)
class Redactions:
    """Parts left out of one document; looked for when someone asks for them."""

    document: Document = field(repr=False)

    @cached_property
    def _marks(self) -> list[tuple[int, int]]:
        return [m.span() for m in _LEFT_OUT.finditer(self.document.rendered.text)]

    @cached_property
    def first(self) -> Leaf[str]:
        """The first mark of a part left out."""
        rendered = self.document.rendered
        return rendered.located(*self._marks[0]) if self._marks else Absent(rendered.span, "mark of a part left out")

    @cached_property
    def count(self) -> int:
        """How many parts are left out."""
        return len(self._marks)

    @cached_property
    def legend(self) -> Leaf[str]:
        """The words near the top that say so."""
        rendered = self.document.rendered
        top = min(len(rendered.text), _TOP)
        m = _SAYS.search(rendered.text, 0, top) if _may_say(rendered.text[:top]) else None
        return rendered.located(*m.span()) if m else Absent(rendered.source_span(0, top), "legend about parts left out")


@document_extractor("redactions")
def redactions(submission: Submission, document: Document) -> Redactions:  # noqa: ARG001
    """Look for marks and legend. Raises NotApplicable for a document that is no prose."""
    return Redactions(readable(document))


def _may_say(top: str) -> bool:
    """Tell whether a legend can be in the words at the top."""
    words = lowered(top)
    return any(word in words for word in _WORDS)
