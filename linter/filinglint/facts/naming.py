"""Which exhibit number the description and the file name of a document suggest, beside its type."""

from __future__ import annotations

import re
from collections.abc import Callable

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span
from filinglint.tables.exhibits import is_catch_all

_DESCRIBED = pattern(
    r"\s*(?:EX|EXHIBIT|EXH)\.?[\s#.-]{0,3}(?:NO\.?\s{0,2})?(\d{1,3}(?:\.\d{1,3})?)(?![\d.])", re.IGNORECASE
)
_NAMED = pattern(r"(?:exhibit|exh|ex)[-_]?(\d{1,5}(?:[-_.x]\d{1,2})?)(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Naming:
    """The number of an exhibit by its type, and as its description and file name give it, in a filing on *form*."""

    form: str
    type: Located[str]
    number: str
    described: Leaf[str]
    named: Leaf[str]

    def agrees(self, other: str) -> bool:
        """Tell whether *other* can mean this number: 99 for 99.1, ex991 and ex9901 for 99.1."""
        if is_catch_all(self.form, self.number, other):
            return True
        ours, theirs = _digits(self.number), _digits(other)
        return ours.startswith(theirs) or theirs.startswith(ours) or ours.replace("0", "") == theirs.replace("0", "")


def _digits(words: str) -> str:
    return "".join(character for character in words if character.isdecimal())


@document_extractor("naming", kinds=frozenset(("submission", "draft")))
def naming(submission: Submission, document: Document) -> Naming:
    """Read the numbers. Raises NotApplicable for a document that is no exhibit."""
    number = document.exhibit_number
    if not number[:1].isdigit() or not isinstance(document.type, Located):
        raise NotApplicable("it is no numbered exhibit")
    return Naming(
        submission.documents[0].type_name,
        document.type,
        number,
        _found(_DESCRIBED.match, document.description, "exhibit number in the description"),
        _found(_NAMED.search, document.filename, "exhibit number in the file name"),
    )


def _found(look: Callable[[str], re.Match[str] | None], leaf: Leaf[str], what: str) -> Leaf[str]:
    if not isinstance(leaf, Located):
        return Absent(leaf.span, what)
    m = look(leaf.value)
    if m is None:
        return Absent(leaf.span, what)
    return Located(m[1], Span(leaf.span.start + m.start(1), leaf.span.start + m.end(1)))
