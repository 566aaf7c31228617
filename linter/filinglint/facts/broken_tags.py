"""Tags that lack one of their brackets: what is left of them is read as words, or takes the next tag with it.

A reader sees the words of most documents without a single "<": where there is one, and the source has it too, no ">"
follows it before the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern

_MOST = 50
_NAMES = r"(?:p|div|span|font|table|t[dhr]|[biua]|h[1-6]|li|[uo]l|su[pb]|center|body|html|ix:[a-zA-Z]{3,20})"
# "x <b" and its like may be a formula: a tag that opens shows an attribute, or the tag that comes next.
_UNENDED = pattern(
    rf"<(?:/(?i:{_NAMES})(?![\w:])"
    rf"|(?:(?i:{_NAMES})(?=\s{{1,9}}(?:style|align|class|id|size|face|color|width|colspan|href|name|valign)\s?=)"
    r"|(?i:div|span|font|table|t[dr]|center)(?=\s{0,9}(?:\n|\Z)))[^<>\n]{0,40})"
)
_UNBEGUN = pattern(rf"(?<![/.])/\s?(?i:{_NAMES})\s?\Z")
# EDGAR's own tags of plain text stand at the head of a line.
_TEXT_UNENDED = pattern(
    r"</?(?:PAGE|TABLE|CAPTION)(?=[ \t]{0,80}\d{0,4}[ \t]{0,80}(?:[\r\n]|\Z))|<[SC](?=[ \t]{2}|[\r\n])"
)


@dataclass(frozen=True, slots=True)
class BrokenTags:
    """What is left of the tags of a document that lack a bracket, in reading order, at most fifty."""

    tags: tuple[Located[str], ...]


@document_extractor("broken_tags")
def broken_tags(submission: Submission, document: Document) -> BrokenTags:  # noqa: ARG001
    """Look for broken tags. Raises NotApplicable for a document without EDGAR's tags and those of HTML."""
    if document.body not in (Body.HTML, Body.IXBRL, Body.TEXT):
        raise NotApplicable("it has no tags")
    found = _of_text(document) if document.body is Body.TEXT else _of_html(document)
    return BrokenTags(tuple(islice(found, _MOST)))


def _of_text(document: Document) -> Iterator[Located[str]]:
    text = document.rendered.text
    for m in matches(text, "<", _TEXT_UNENDED):
        if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip():
            yield document.rendered.located(*m.span())


def _of_html(document: Document) -> Iterator[Located[str]]:
    rendered, source = document.rendered, document.source.text
    text = rendered.text
    found = [m.span() for m in matches(text, "<", _UNENDED)]
    at = text.find(">")
    while at >= 0:
        if m := _UNBEGUN.search(text, max(0, at - 30), at):
            found.append((m.start(), at + 1))
        at = text.find(">", at + 1)
    for start, end in sorted(found):
        tag = rendered.located(start, end)
        # What the source writes as a reference is shown on purpose; what ends the document is cut off there.
        shown = source[tag.span.start] == "&" or source[tag.span.end - 1] == ";"
        if not shown and source.find(">", tag.span.start, document.content.end) >= 0:
            yield tag
