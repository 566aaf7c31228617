"""One document of a submission: what its head says, and what its body is."""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property

from filinglint.documents.formats import MARKDOWN, rendered_markdown
from filinglint.documents.markup import Marks, Rendered
from filinglint.frozen import dataclass
from filinglint.located import Leaf, Located
from filinglint.meter import metered
from filinglint.patterns import pattern
from filinglint.source import SourceText
from filinglint.spans import Span


class Body(Enum):
    """What the text of a document is."""

    HTML = "html"
    IXBRL = "ixbrl"
    TEXT = "text"
    MARKDOWN = "markdown"
    XML = "xml"
    UUENCODED = "uuencoded"
    PDF = "pdf"
    BINARY = "binary"
    EMPTY = "empty"


_MADE_TYPES = frozenset(("XML", "EXCEL", "JSON", "ZIP"))
_MADE_NAMES = pattern(
    r"(?i)R\d+\.(?:htm|xml)|Financial_Report\.xlsx?|FilingSummary\.xml|MetaLinks\.json|Show\.js|report\.css"
    r"|\d{10}-\d{2}-\d{6}-xbrl\.zip"
)
_MADE_PAGE = pattern(r"<link\b[^<>]{0,200}\breport\.css[\"'][^<>]{0,100}>\s*<script\b[^<>]{0,200}\bShow\.js[\"']")
LONGEST_MARKDOWN = 2_000_000
_SNIFF = 4096
_FAR = 65_536
_LONG = 4  # times what is asked for: less of a source is rendered whole
_WRAPPER = pattern(r"\s*<(?:XML|XBRL|PDF|HTML_DOC)>\s*", re.IGNORECASE)
_HTML_TAG = pattern(r"<(?:html|body|head|div|font|td|tr|br|p|center|meta)\b[^<>]*>", re.IGNORECASE)
_BREAKS = pattern(r"<(?:p|br|tr|td|pre|li|h\d|hr|font|span|center)\b", re.IGNORECASE)
_LAID_OUT = 40  # lines
_WHOLE_PAGE = pattern(r"\s*(?:<\?xml[^<>]{0,200}>\s*)?<(?:!doctype|html)\b", re.IGNORECASE)
_XHTML = pattern(r"<(?:\w+:)?html(?=[\s>/])", re.IGNORECASE)
# What may stand before the root of an XML document, and the local name of the root.
_PROLOG = pattern(r"(?:\s|<\?[^<>]*>|<!--(?:[^-]|-(?!->))*+-->|<!(?!--)[^<>\[]*(?:\[[^\]]*\]\s*)?>)*+")
_ROOT = pattern(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
# Roots of the XML that is filed on EDGAR and may come without a prolog and without a name.
_XML_ROOTS = frozenset("ownershipdocument edgarsubmission informationtable xbrl schema linkbase assetdata".split())


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
    root = _root_name(content).lower()
    if not root and content.startswith("<?xml"):  # comments of any length may stand before the root
        root = _root_name(text[span.start : min(span.end, span.start + _FAR)].lstrip()).lower()
    declared = content.startswith("<?xml") or (
        wrapper is not None and wrapper[0].strip().upper() in ("<XML>", "<XBRL>")
    )
    # A declared XML document is what its root says, whatever else occurs in it.
    if root == "html" or (not declared and root not in _XML_ROOTS and _XHTML.search(content)):
        far = text[span.start : min(span.end, span.start + _FAR)]
        if "xmlns:ix=" in far or "<ix:" in content:
            return Body.IXBRL
        # Plain text in the tags of a page has lines, and no markup that would break any.
        return Body.HTML if _BREAKS.search(far) or far.count("\n") < _LAID_OUT else Body.TEXT
    name = filename.lower()
    if declared or root in _XML_ROOTS or name.endswith((".xml", ".xsd")):
        return Body.XML
    if len(_HTML_TAG.findall(content)) >= (1 if name.endswith((".htm", ".html")) else 3):
        return Body.HTML
    return Body.TEXT


def _root_name(head: str) -> str:
    """Return the local name of the first element of *head*, the beginning of a text; "" when it begins otherwise."""
    prolog = _PROLOG.match(head)
    root = _ROOT.match(head, prolog.end() if prolog else 0)
    return root[1] if root else ""


@dataclass(frozen=True)
class Document:
    """One ``<DOCUMENT>`` of a submission, or a file that is one document.

    ``span`` is the whole block, ``content`` what stands between ``<TEXT>`` and ``</TEXT>``;
    ``closed`` is whether both ends are there. ``number`` counts the documents from 1 in their order
    in the file, whatever ``<SEQUENCE>`` says. ``known_as`` is
    the type and name that the draft around it gives a file that is read alone, "" where there is none.
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
    known_as: str = ""

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
        if self.type_name in _MADE_TYPES or _MADE_NAMES.fullmatch(self.file_name):
            return True
        end = min(self.content.end, self.content.start + _SNIFF)
        return self.whole_file and _MADE_PAGE.search(self.source.text, self.content.start, end) is not None

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
        if source.extraction is not None:
            return Body.TEXT
        name = self.source.sources[0].path if self.whole_file else self.file_name
        body = body_of(self.source.text, self.content, name)
        # Nothing but its name tells Markdown from a text. What is longer is no summary: it is not worth the reading.
        named = self.whole_file and name.lower().endswith(MARKDOWN) and len(self.content) < LONGEST_MARKDOWN
        if named and body in (Body.TEXT, Body.HTML) and not _WHOLE_PAGE.match(self.source.text, self.content.start):
            return Body.MARKDOWN
        return body

    @cached_property
    def readable(self) -> bool:
        """Whether its body is prose that a person reads: HTML, inline XBRL or plain text."""
        return self.body in (Body.HTML, Body.IXBRL, Body.TEXT, Body.MARKDOWN)

    @cached_property
    def root(self) -> str:
        """The name of the outermost element of an XML document without its prefix; "" for other bodies."""
        if self.body is not Body.XML:
            return ""
        head = self.source.text[self.content.start : min(self.content.end, self.content.start + _FAR)]
        wrapper = _WRAPPER.match(head)
        return _root_name(head[wrapper.end() :] if wrapper else head)

    @property
    def is_filed_xml(self) -> bool:
        """Whether it is XML with a root that EDGAR's forms and data have."""
        return self.root.lower() in _XML_ROOTS

    @cached_property
    def rendered(self) -> Rendered:
        """Its rendered text. Meant for readable bodies; of others it is the raw characters."""
        with metered("parse"):
            return self._rendered()

    def _rendered(self) -> Rendered:
        source, _ = self.source.source_at(self.span.start)
        if (extraction := source.extraction) is not None:
            marks = Marks(extraction.heads, extraction.items, extraction.wrapped)
            return Rendered.of_parts(self.content, [source.text], [source.text], marks)
        if self.body is Body.MARKDOWN:
            return rendered_markdown(self.source.text, self.content, source.path)
        return self._scanned(None)

    def beginning(self, length: int) -> Rendered:
        """Return its rendered text as far as *length* characters at least; all of it where it is short, or known."""
        source, _ = self.source.source_at(self.span.start)
        other = source.extraction is not None or self.body is Body.MARKDOWN
        if other or "rendered" in vars(self) or len(self.content) < _LONG * length:
            return self.rendered
        with metered("parse"):
            begun = self._scanned(length)
        return begun if len(begun.text) >= length else self.rendered

    def _scanned(self, most: int | None) -> Rendered:
        html = self.body in (Body.HTML, Body.IXBRL)
        return Rendered(self.source.text, self.content, html=html, stuffed=self.stuffed, most=most)
