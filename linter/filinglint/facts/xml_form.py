"""Whether an XML document is well formed, and where it stops being so.

Source: XML 1.0; read by lxml without network, entities or limits lifted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.located import NotApplicable
from filinglint.spans import Span

_WRAPPER = re.compile(r"\s*<(?:XML|XBRL)>\s*", re.IGNORECASE)
_END = re.compile(r"\s*</(?:XML|XBRL)>\s*\Z", re.IGNORECASE)
_LINE = re.compile(r",? line \d{1,9}(?:, column \d{1,9})?")  # counted from where the document begins
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
    text = document.source.text[document.content.start : document.content.end]
    wrapper = _WRAPPER.match(text)
    begin = wrapper.end() if wrapper else len(text) - len(text.lstrip())
    tail = _END.search(text, max(begin, len(text) - 200))
    words = text[begin : tail.start() if tail else len(text)]
    from lxml import etree  # half the start-up time of the header rules

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        etree.fromstring(words.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        if "declared" in str(error) or "encoding" in str(error).lower():
            return XmlForm(
                None, ""
            )  # the declared encoding is that of the file before EDGAR put it into the submission
        return XmlForm(_place(words, error.position, document.content.start + begin), _reason(error))
    return XmlForm(None, "")


def _reason(error: SyntaxError) -> str:
    words = _LINE.sub("", error.msg or "it ends too early").strip().rstrip(".")
    return words[:1].lower() + words[1:]


def _place(words: str, position: tuple[int, int], base: int) -> Span:
    # lxml counts lines of more than 65,535 as one; the place is then that line's end.
    lines = words.splitlines(keepends=True)
    line = min(max(position[0], 1), len(lines) or 1)
    start = sum(map(len, lines[: line - 1]))
    at = base + min(start + max(position[1] - 1, 0), max(len(words) - 1, 0))
    return Span(at, at + 1)
