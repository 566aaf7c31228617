"""For which forms the calculation of filing fees says that it is.

Source: Regulation S-K, Item 601(b)(107): "Calculation of Filing Fee Tables, Form S-3 (Form Type)", since 2022.
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern

_HEAD = 700  # code points above the first table
_FORM = pattern(r"(?<![\w-])(?P<form>[SF]-\d{1,2})(?:ASR|MEF)?(?![\w-])")


@dataclass(frozen=True, slots=True)
class FeeTable:
    """``forms`` are the forms that its head names, in order: several registrants may file on two."""

    forms: tuple[Located[str], ...]


@extractor("fee_table")
def fee_table(submission: Submission) -> FeeTable:
    """Read the head of the exhibit on fees. Raises NotApplicable where none is attached."""
    for document in submission.filed_documents:
        if document.readable and document.type_name.startswith(("EX-107", "EX-FILING")):
            rendered = document.rendered
            found = _FORM.finditer(rendered.text, 0, min(len(rendered.text), _HEAD))
            return FeeTable(tuple(Located(m["form"], rendered.source_span(*m.span("form"))) for m in found))
    raise NotApplicable("no exhibit on fees is attached")
