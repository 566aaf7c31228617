"""Whether an XML document is well formed, and where it stops being so.

Source: XML 1.0; read by expat, which knows the byte of a fault where lxml knows the line.
"""

from __future__ import annotations

import re

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_WRAPPER = pattern(r"\s*<(?:XML|XBRL)>\s*", re.IGNORECASE)
_END = pattern(r"\s*</(?:XML|XBRL)>\s*\Z", re.IGNORECASE)
_LONGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class XmlForm:
    """The first place at which a document is no XML, None when it is well formed, and why."""

    fault: Span | None
    reason: str


@document_extractor("xml_form")
def xml_form(submission: Submission, document: Document) -> XmlForm:  # noqa: ARG001
    """Parse the document. Raises NotApplicable for other bodies, and beyond 20 million characters."""
    if document.body is not Body.XML:
        raise NotApplicable("it is not XML")
    if len(document.content) > _LONGEST:
        raise NotApplicable("it is too long to be parsed whole")
    from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

    text = document.source.text[document.content.start : document.content.end]
    wrapper = _WRAPPER.match(text)
    begin = wrapper.end() if wrapper else len(text) - len(text.lstrip())
    tail = _END.search(text, max(begin, len(text) - 200))
    words = text[begin : tail.start() if tail else len(text)]
    data = words.encode("utf-8")
    # The declared encoding is that of the file before EDGAR put it into the submission. With no handler set
    # nothing is built, and nothing outside the document is read.
    parser = ParserCreate("utf-8")
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        at = len(data[: parser.ErrorByteIndex].decode("utf-8", "ignore"))
        place = document.content.start + begin + min(at, max(len(words) - 1, 0))
        return XmlForm(Span(place, place + 1), ErrorString(error.code) or "it cannot be read")
    return XmlForm(None, "")
