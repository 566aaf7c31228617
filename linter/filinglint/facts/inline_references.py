"""What the inline XBRL of a main document refers to: its schemas, and the periods of the facts of its cover.

Source: Inline XBRL 1.1 (``link:schemaRef`` in ``ix:references``); EDGAR Filer Manual, volume II, 6.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.header import as_iso_date
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_SCHEMA = pattern(r"""schemaRef\b[^<>]{0,400}\bhref\s?=\s?["']([\w.-]{1,100}\.xsd)["']""")
_END = pattern(r"<(?:[\w.-]{1,20}:)?(?:endDate|instant)>\s{0,9}(\d{4}-\d\d-\d\d)")
_LONGEST_CONTEXT = 6000
_NAME = pattern(r"""dei:[A-Za-z0-9]{1,80}["']""")
_REFERS = pattern(r"""\bcontextRef\s?=\s?["']([^"'<>]{1,300})["']""")
_LONGEST_TAG = 2000


@dataclass(frozen=True, slots=True)
class InlineReferences:
    """``schemas`` are the names of files of schemas, ``ends`` the last days of the periods of facts in ``dei``."""

    schemas: tuple[Located[str], ...]
    ends: tuple[Located[date], ...]


@extractor("inline_references")
def inline_references(submission: Submission) -> InlineReferences:
    """Read the header of the inline XBRL. Raises NotApplicable when the main document is none."""
    document = main_document(submission)
    if document.body is not Body.IXBRL:
        raise NotApplicable("the main document is no inline XBRL")
    text, span = submission.source.text, document.content
    start = text.find("<ix:header", span.start, span.end)
    end = text.rfind("</ix:header", span.start, span.end)
    if not 0 <= start < end:
        raise NotApplicable("the inline XBRL has no header")
    header = text[start:end]
    schemas = (Located(m[1], Span(start + m.start(1), start + m.end(1))) for m in matches(header, "schemaRef", _SCHEMA))
    ends = _ends(text, Span(start, end), dict.fromkeys(_contexts(text, span)))
    return InlineReferences(tuple(schemas), tuple(sorted(ends, key=lambda day: day.span.start)))


def _ends(text: str, header: Span, contexts: Iterable[str]) -> Iterator[Located[date]]:
    """Yield the last days of those of *contexts* that the *header* has."""
    for name in contexts:
        places = (text.find(f"id={quote}{name}{quote}", header.start, header.end) for quote in "\"'")
        at = max(places)
        m = _END.search(text, at, min(header.end, at + _LONGEST_CONTEXT)) if at >= 0 else None
        if m is not None and (day := as_iso_date(m[1])) is not None:
            yield Located(day, Span(*m.span(1)))


def _contexts(text: str, span: Span) -> Iterator[str]:
    """Yield the contexts of the facts in ``dei``."""
    for m in matches(text[span.start : span.end], "dei:", _NAME):
        at = span.start + m.start()
        opening = text.rfind("<", max(span.start, at - _LONGEST_TAG), at)
        closing = text.find(">", at, at + _LONGEST_TAG)
        refers = _REFERS.search(text, opening, closing) if 0 <= opening < closing else None
        if refers:
            yield refers[1]
