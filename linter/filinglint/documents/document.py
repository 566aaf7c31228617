"""One document of a submission: what its head says, and what its body is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from filinglint.documents.markup import Rendered
from filinglint.located import Leaf, Located
from filinglint.source import SourceText
from filinglint.spans import Span


class Body(Enum):
    """What the text of a document is."""

    HTML = "html"
    IXBRL = "ixbrl"
    TEXT = "text"
    XML = "xml"
    UUENCODED = "uuencoded"
    PDF = "pdf"
    BINARY = "binary"
    EMPTY = "empty"


_MADE_TYPES = frozenset(("XML", "EXCEL", "JSON", "ZIP"))
_MADE_NAMES = re.compile(
    r"(?i)R\d+\.(?:htm|xml)|Financial_Report\.xlsx?|FilingSummary\.xml|MetaLinks\.json|Show\.js|report\.css"
    r"|\d{10}-\d{2}-\d{6}-xbrl\.zip"
)
_SNIFF = 4096
_WRAPPER = re.compile(r"\s*<(?:XML|XBRL|PDF|HTML_DOC)>\s*", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:html|body|head|div|font|td|tr|br|p|center|meta)\b[^<>]*>", re.IGNORECASE)
_XHTML = re.compile(r"<(?:\w+:)?html\b", re.IGNORECASE)


def body_of(text: str, span: Span, filename: str) -> Body:
    """Return what the body at *span* is, by its first 4,096 characters and then by its file's name."""
    head = text[span.start : min(span.end, span.start + _SNIFF)]
    wrapper = _WRAPPER.match(head)
    content = head[wrapper.end() :] if wrapper else head.lstrip()
    if not content:
        return Body.EMPTY if not text[span.start : span.end].strip() else Body.TEXT
    if content.startswith("begin ") and content[6:9].isdigit():
        return Body.PDF if ".pdf" in content[:120].lower() or "<PDF>" in head[:40] else Body.UUENCODED
    if content.startswith("%PDF-"):
        return Body.PDF
    if _XHTML.search(content):
        return Body.IXBRL if "xmlns:ix=" in text[span.start : span.start + 65536] or "<ix:" in content else Body.HTML
    if content.startswith("<?xml") or (wrapper and wrapper[0].strip().upper() in ("<XML>", "<XBRL>")):
        return Body.XML
    name = filename.lower()
    if name.endswith((".xml", ".xsd")):
        return Body.XML
    if len(_HTML_TAG.findall(content)) >= (1 if name.endswith((".htm", ".html")) else 3):
        return Body.HTML
    return Body.TEXT


@dataclass(frozen=True)
class Document:
    """One ``<DOCUMENT>`` of a submission, or a file that is one document.

    ``span`` is the whole block, ``content`` what stands between ``<TEXT>`` and ``</TEXT>``;
    ``closed`` is whether both ends are there. ``number`` counts the documents from 1 in their order
    in the file, whatever ``<SEQUENCE>`` says. ``form`` is the type of the first document of a submission.
    """

    source: SourceText
    number: int
    span: Span
    content: Span
    type: Leaf[str]
    sequence: Leaf[str]
    filename: Leaf[str]
    description: Leaf[str]
    closed: bool
    flawed: bool
    stuffed: bool
    whole_file: bool = False

    @cached_property
    def type_name(self) -> str:
        """The type in capitals, or "" when none is stated."""
        return self.type.value.upper() if isinstance(self.type, Located) else ""

    @cached_property
    def file_name(self) -> str:
        """The file name, or "" when none is stated."""
        return self.filename.value if isinstance(self.filename, Located) else ""

    @cached_property
    def label(self) -> str:
        """How reports name it: ``2 EX-99.1 dex991.htm``."""
        sequence = self.sequence.value if isinstance(self.sequence, Located) else str(self.number)
        return " ".join(part for part in (sequence, self.type_name, self.file_name) if part)

    @cached_property
    def made_by_edgar(self) -> bool:
        """Whether EDGAR made it from what was filed (R pages, Financial_Report, MetaLinks): no rule reads it."""
        return self.type_name in _MADE_TYPES or _MADE_NAMES.fullmatch(self.file_name) is not None

    @property
    def exhibit_number(self) -> str:
        """``99.1`` for type ``EX-99.1``; "" when the type is no exhibit's."""
        return self.type_name[3:].strip() if self.type_name.startswith("EX-") else ""

    @cached_property
    def body(self) -> Body:
        """What its text is; of a file of a draft that has no text, what its bytes are."""
        source, _ = self.source.source_at(self.span.start)
        if source.encoding == "binary":
            return Body.PDF if source.data.startswith(b"%PDF-") else Body.BINARY
        name = self.source.sources[0].path if self.whole_file else self.file_name
        return body_of(self.source.text, self.content, name)

    @property
    def readable(self) -> bool:
        """Whether its body is prose that a person reads: HTML, inline XBRL or plain text."""
        return self.body in (Body.HTML, Body.IXBRL, Body.TEXT)

    @cached_property
    def rendered(self) -> Rendered:
        """Its rendered text. Meant for readable bodies; of others it is the raw characters."""
        html = self.body in (Body.HTML, Body.IXBRL)
        return Rendered(self.source.text, self.content, html=html, stuffed=self.stuffed)
