"""One filing: header and documents, read from one file into one model whatever its era.

Source: EDGAR's public dissemination, 1993 to 2026: ``<SEC-DOCUMENT>`` and ``<IMS-DOCUMENT>`` files
with label headers, with and without the PEM wrapper, the feed's ``<SUBMISSION>`` files, headers alone
(``.hdr.sgml``, and ``-index-headers.html``, which has one in a comment), and documents alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from itertools import pairwise
from typing import Any

from filinglint.documents.document import Body, Document
from filinglint.documents.folding import folded, folded_ends
from filinglint.documents.labels import Section, read_labels
from filinglint.documents.pem import PemWrapper, pem_wrapper
from filinglint.documents.references import decode
from filinglint.frozen import dataclass
from filinglint.limits import Limits
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern
from filinglint.source import Source, SourceText
from filinglint.spans import Span

_START = pattern(
    r"(?:^|(?<=[\r\n]))[ \t]*<(SEC-DOCUMENT|IMS-DOCUMENT|SEC-HEADER|IMS-HEADER|SUBMISSION)>", re.IGNORECASE
)
_WRAPPED = pattern(r"\s*<DOCUMENT>")
_HEAD_LINE = pattern(r"<([A-Z-]+)>[ \t]*([^\r\n]*)")
_HEAD_LIMIT = 8192
_LOOK = 20_000
_LONG_LINE = 200  # characters
_MADE_FOR_EACH = 10  # documents that EDGAR may add for each that was filed


@dataclass(frozen=True)
class Submission:
    """A header and its documents; also a draft, or a single document without a header.

    ``kind`` is ``submission``, ``draft``, ``document``, ``bcp-summary`` or ``unknown``. ``envelope`` is
    the first marker of the file (``SEC-DOCUMENT``, ``SUBMISSION`` …), None where there is none, and
    ``header_closed`` and ``closed`` whether header and envelope end as they should. ``given`` is the
    path that named a draft, "" for what is one file; ``notices`` are sentences about it for the reader
    of a report. ``memory`` holds what extractors have found: each runs at most once.
    """

    source: SourceText
    kind: str
    span: Span
    envelope: Located[str] | None
    header: Section | None
    header_closed: bool
    closed: bool
    pem: PemWrapper | None
    documents: tuple[Document, ...]
    given: str = ""
    notices: tuple[str, ...] = ()
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def path(self) -> str:
        """The path of the input as given or found."""
        return self.given or self.source.sources[0].path

    @property
    def header_only(self) -> bool:
        """Whether this is a header by itself, as EDGAR gives one too: nothing is missing where no document is.

        A file cut off is none, and neither is an envelope for documents that holds no document.
        """
        named = self.envelope is not None and self.envelope.value.endswith("-HEADER")
        return named and self.header is not None and not self.documents and self.closed

    @cached_property
    def filed_documents(self) -> tuple[Document, ...]:
        """The documents that the filer filed: those made by EDGAR are left out."""
        return tuple(document for document in self.documents if not document.made_by_edgar)

    @property
    def main(self) -> Document | None:
        """The first document, which the form's type names; None when there is none."""
        return self.documents[0] if self.documents else None

    def document_at(self, span: Span) -> Document | None:
        """Return the document in which *span* begins; None in the header."""
        index = bisect_right(self.documents, span.start, key=lambda document: document.span.start) - 1
        if index > 0 and not len(span) and span.start == self.documents[index - 1].span.end:
            index -= 1  # a document begins with its tag: an empty place there is the end of the one before
        if index >= 0 and span.start <= self.documents[index].span.end:
            return self.documents[index]
        return None

    def words(self, span: Span, most: int | None = None) -> str:
        """Return the rendered words at *span*, white space folded.

        What is longer than *most* code points has at least so many of its beginning and of its end.
        """
        document = self.document_at(span)
        if document is not None and span in document.content and document.readable:
            return document.rendered.words(span, most)
        text = self.source.text
        if document is not None and document.body is Body.XML and text.find("&", span.start, span.end) >= 0:
            return folded(decode(text[span.start : span.end]))
        return folded_ends(text, span.start, span.end, most)


def is_submission(text: str) -> bool:
    """Tell whether *text* begins as a submission does, or is several documents in a row."""
    if pem_wrapper(text) is not None or _START.search(text, 0, _LOOK) is not None:
        return True
    return _WRAPPED.match(text) is not None and len(_starts(text, Span(0, len(text)))) > 1


def read_submission(source: Source, limits: Limits | None = None) -> Submission:
    """Read *source* as a submission; what is missing or broken in it is left for rules to say.

    Raises InputError where its header has more lines, or it has more documents, than *limits* allow.
    """
    limits = limits or Limits()
    text = source.text
    laid = SourceText(source)
    pem = pem_wrapper(text)
    span = pem.content if pem else Span(0, len(text))
    starts = _starts(text, span)
    head_end = starts[0] if starts else span.end
    start = _START.search(text, span.start, min(head_end, span.start + _LOOK))
    name = start[1] if start else ""
    envelope = Located(name.upper(), Span(start.start(1) - 1, start.end())) if start else None
    stated, header_closed = _header(text, span, head_end)
    if stated is not None:
        lines = _count_lines(text, stated)
        limits.hold(source.path, "header-lines", lines, f"the header has {lines:,} lines")
    header = read_labels(text, stated) if stated is not None else None
    if name.upper().endswith("-HEADER"):
        closed = header_closed
    else:
        closed = not name or text.rfind(f"</{name}>", max(span.start, span.end - 4096), span.end) >= 0
    words = f"the filing has {len(starts):,} documents"
    limits.hold(source.path, "documents", len(starts) // _MADE_FOR_EACH, words)
    documents: list[Document] = []
    filed = 0
    for number, (begin, end) in enumerate(pairwise([*starts, span.end]), 1):
        documents.append(_document(laid, number, begin, end, stuffed=pem is not None))
        filed += not documents[-1].made_by_edgar
        limits.hold(source.path, "documents", filed, words)
    return Submission(laid, "submission", span, envelope, header, header_closed, closed, pem, tuple(documents))


def _header(text: str, span: Span, head_end: int) -> tuple[Span | None, bool]:
    """Return the place of the header's record, and whether its end is marked."""
    for name in ("SEC-HEADER", "IMS-HEADER"):
        begin = text.find(f"<{name}>", span.start, head_end)
        if begin >= 0:
            end = text.find(f"</{name}>", begin, head_end)
            stop = end if end >= 0 else head_end
            return Span(begin, stop), end >= 0
    begin = text.find("<SUBMISSION>", span.start, head_end)
    if begin >= 0:
        # The tag layout has no end of its own: it goes to the first document.
        return Span(begin + len("<SUBMISSION>"), head_end), True
    return None, False


def _count_lines(text: str, span: Span) -> int:
    """Return how many lines the header at *span* has; one that goes on and on counts for as many as fill its room."""
    feeds = text.count("\n", span.start, span.end) or text.count("\r", span.start, span.end)
    return max(feeds, len(span) // _LONG_LINE)


def _starts(text: str, span: Span) -> list[int]:
    """Return where documents begin: at each ``<DOCUMENT>`` that begins a line."""
    starts: list[int] = []
    at = text.find("<DOCUMENT>", span.start, span.end)
    while at >= 0:
        if at == span.start or text[at - 1] in "\r\n":
            starts.append(at)
        at = text.find("<DOCUMENT>", at + 10, span.end)
    return starts


def _document(
    laid: SourceText, number: int, begin: int, limit: int, *, stuffed: bool = False, whole_file: bool = False
) -> Document:
    text = laid.text
    close = text.rfind("</DOCUMENT>", begin, limit)
    inner_end = close if close >= 0 else limit
    end = close + len("</DOCUMENT>") if close >= 0 else limit
    opening = text.find("<TEXT>", begin, min(inner_end, begin + _HEAD_LIMIT))
    head_end = opening if opening >= 0 else min(inner_end, begin + _HEAD_LIMIT)
    fields: dict[str, re.Match[str]] = {}
    for m in _HEAD_LINE.finditer(text, begin, head_end):
        fields.setdefault(m[1], m)
    inner = opening + len("<TEXT>") if opening >= 0 else head_end
    text_close = text.rfind("</TEXT>", inner, inner_end) if opening >= 0 else -1
    content = Span(inner, text_close if text_close >= 0 else inner_end)

    def leaf(tag: str, what: str) -> Leaf[str]:
        m = fields.get(tag)
        rest = m[2].lstrip() if m is not None else ""
        if m is None or not rest:
            return Absent(Span(begin, head_end), what)
        at, value = m.end() - len(rest), rest.rstrip()
        return Located(" ".join(value.split()), Span(at, at + len(value)))

    return Document(
        source=laid,
        number=number,
        span=Span(begin, end),
        content=content,
        type=leaf("TYPE", "document type"),
        sequence=leaf("SEQUENCE", "sequence number"),
        filename=leaf("FILENAME", "file name"),
        description=leaf("DESCRIPTION", "description"),
        closed=close >= 0 and text_close >= 0,
        flawed="FLAWED" in fields,
        stuffed=stuffed,
        whole_file=whole_file,
    )


def read_document(source: Source, kind: str) -> Submission:
    """Read *source* as one document without a header; a ``<DOCUMENT>`` head that it has is its own."""
    laid = SourceText(source)
    span = Span(0, len(source.text))
    if source.extraction is not None:
        wrapped, notices = None, source.extraction.remarks
    else:
        wrapped, notices = _WRAPPED.match(source.text), ()
    if wrapped:
        begin = wrapped.end() - len("<DOCUMENT>")
        document = _document(laid, 1, begin, span.end, whole_file=True)
        return Submission(laid, kind, span, None, None, True, True, None, (document,))
    nowhere = Span(0, 0)
    document = Document(
        source=laid,
        number=1,
        span=span,
        content=span,
        type=Absent(nowhere, "document type"),
        sequence=Absent(nowhere, "sequence number"),
        filename=Absent(nowhere, "file name"),
        description=Absent(nowhere, "description"),
        closed=True,
        flawed=False,
        stuffed=False,
        whole_file=True,
    )
    return Submission(laid, kind, span, None, None, True, True, None, (document,), notices=notices)
