"""For which forms and which registrants the calculation of filing fees says that it is.

Source: Regulation S-K, Item 601(b)(107): "Calculation of Filing Fee Tables, Form S-3 (Form Type)", since 2022.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern

_HEAD = 700  # code points above the first table
_CAPTION = pattern(r"\(?exact\s{1,9}name\s{1,9}of\s{1,9}(?:each\s{1,9})?registrant", re.IGNORECASE)
_LINE = pattern(r"[^\s][^\n]{0,200}")
_TABLE = pattern(r"^[ \t]{0,80}table\s{1,9}1\b", re.IGNORECASE | re.MULTILINE)
_NO_NAME = pattern(
    r"^\W*(?:exhibit\b|ex-|calculation\s|form\b|\(?form\s+type|fil(?:ing|er)\b|registration\b|table\b|to\b|submission\b)",
    re.IGNORECASE,
)
_FORM = pattern(r"(?<![\w-])(?P<form>[SF]-\d{1,2})(?:ASR|MEF)?(?![\w-])")


@dataclass(frozen=True, slots=True)
class FeeTable:
    """``forms`` are the forms that its head names, in order: several registrants may file on two.

    ``names`` are the lines between the form and the caption of the registrant's name, or the first table.
    """

    forms: tuple[Located[str], ...]
    names: tuple[Located[str], ...]


@extractor("fee_table")
def fee_table(submission: Submission) -> FeeTable:
    """Read the head of the exhibit on fees. Raises NotApplicable where none is attached."""
    for document in submission.filed_documents:
        if document.readable and document.type_name.startswith(("EX-107", "EX-FILING")):
            rendered = document.rendered
            forms = list(_FORM.finditer(rendered.text, 0, min(len(rendered.text), _HEAD)))
            return FeeTable(
                tuple(Located(m["form"], rendered.source_span(*m.span("form"))) for m in forms),
                tuple(_names(rendered, forms[-1].end())) if forms else (),
            )
    raise NotApplicable("no exhibit on fees is attached")


def _names(rendered: Rendered, start: int) -> Iterator[Located[str]]:
    """Yield the lines behind *start* that may be names, where something says how far they go."""
    end = next((m for rx in (_CAPTION, _TABLE) if (m := rx.search(rendered.text, start, start + _HEAD))), None)
    for m in _LINE.finditer(rendered.text, start, end.start()) if end else ():
        if any(character.isalpha() for character in m[0]) and not _NO_NAME.match(m[0]):
            yield rendered.located(*m.span())
