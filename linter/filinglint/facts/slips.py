"""Slips of the pen that a document was filed with: blanks left open, drafts' marks, words run together.

What is looked for begins with rare words, found by plain search; expressions only judge their surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.located import Located, NotApplicable

_MOST = 50  # of one kind in one document: the rest says nothing new
# "[*]" and "[***]" mark what is left out by confidential treatment; "[_]" and "[ ]" are boxes to tick.
_BLANK = re.compile(
    r"\[\$?\s{0,2}(?:[●•⚫]{1,3}|_{3,40}"
    r"|(?i:insert|describe|specify|tbd|tbc|to come|to be (?:provided|completed|inserted))(?![\w-])[^\[\]\n]{0,80}"
    r"|(?i:date|name|title|amount|address|company name|name of (?:company|registrant)))\s{0,2}\]"
)
_DRAFT = re.compile(
    r"(?:(?:preliminary|confidential|working|internal) )?draft"
    r"(?: (?:of |dated |as of |version |copy )?[\d/.:, a-z-]{0,30})?"
    r"|[-–—* ]{0,4}draft[-–—* ]{0,4}(?:for discussion|subject to|not for|confidential).{0,80}",
    re.IGNORECASE,
)
_NOTES = ("[Note to Draft", "[Note to draft", "[NTD", "NTD:", "Comment [", "[Comment:", "[COMMENT:")
_FIELD_ERRORS = (
    "Error! Reference source",
    "Error! Bookmark",
    "Error! Not a valid",
    "Error! No text of",
    "Error! Unknown",
)
_MISREAD = ("â€", "Ã¢", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã±", "Ã¤", "Â§", "Â®", "\ufffd")
_SHOWN = ("&nbsp;", "&amp;", "&#160;", "&#8217;", "&#8220;", "&#8221;", "&#8211;", "&ldquo;", "&rsquo;", "</b>", "</p>")
_SECURITY = ("ocial security n", "ocial Security N", "OCIAL SECURITY N", "SSN")
_SECURITY_NUMBER = re.compile(r"(?<!\d)(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9A-Za-z])")
_BEFORE_YEARS = frozenset(
    "in to of from and since by through until during for or before after the ended ending fiscal year january february "
    "march april may june july august september october november december".split()
)
_ADDRESSES = (
    "http:/w",
    "http:///",
    "http//",
    "http:www",
    "https:/w",
    "www..",
    "www,",
    ".com.com",
    "@.",
    "..com",
    ",com ",
)
_PARAGRAPH = 160
_DOUBLED = re.compile(
    r"(?<![\w'’-])(the|of|to|and|in|an|is|for|on|by|with|as|at|be|or|from|are|was|this|which|have|has|been|will|our|its"
    r"|their|any|such) \1(?![\w'’-])"
)


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips of one document, each with its words and in reading order, at most fifty of a kind.

    ``security_numbers`` are places that look like social security numbers and are called so, without the
    digits: their words are the call. ``misread`` are characters read in a wrong encoding, ``shown`` references
    and tags that the reader sees as they are written.
    """

    blanks: tuple[Located[str], ...]
    drafts: tuple[Located[str], ...]
    field_errors: tuple[Located[str], ...]
    misread: tuple[Located[str], ...]
    shown: tuple[Located[str], ...]
    security_numbers: tuple[Located[str], ...]
    joined: tuple[Located[str], ...]
    addresses: tuple[Located[str], ...]
    repeated: tuple[tuple[Located[str], Located[str]], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Doubts about the wording of one document: doubled words, and paragraphs with a bracket too many."""

    doubled: tuple[Located[str], ...]
    brackets: tuple[Located[str], ...]


@document_extractor("slips")
def slips(submission: Submission, document: Document) -> Slips:  # noqa: ARG001
    """Look for slips. Raises NotApplicable for bodies that nobody reads."""
    if not document.readable:
        raise NotApplicable("it is not a text that people read")
    rendered = document.rendered
    html = document.body in (Body.HTML, Body.IXBRL)
    return Slips(
        blanks=_all(rendered, ((m.start(), m.end()) for m in _BLANK.finditer(rendered.text))),
        drafts=_all(rendered, _drafts(rendered)),
        field_errors=_all(rendered, _words(rendered, _FIELD_ERRORS, 40)),
        misread=_all(rendered, _words(rendered, _MISREAD, 3)),
        shown=_all(rendered, _words(rendered, _SHOWN, 0)) if html else (),
        security_numbers=_all(rendered, _security_numbers(rendered.text)),
        joined=_all(rendered, _joined(rendered.text)),
        addresses=_all(rendered, _words(rendered, _ADDRESSES, 0)),
        repeated=tuple(_repeated(rendered)),
    )


@document_extractor("wording")
def wording(submission: Submission, document: Document) -> Wording:  # noqa: ARG001
    """Look over the wording. Raises NotApplicable for bodies that nobody reads."""
    if not document.readable:
        raise NotApplicable("it is not a text that people read")
    rendered = document.rendered
    return Wording(
        doubled=_all(rendered, ((m.start(), m.end()) for m in _DOUBLED.finditer(rendered.text))),
        brackets=_all(rendered, _brackets(rendered)),
    )


def _all(rendered: Rendered, found: Iterator[tuple[int, int]]) -> tuple[Located[str], ...]:
    ranges = sorted(range_ for range_, _ in zip(found, range(_MOST), strict=False))
    return tuple(rendered.located(start, end) for start, end in ranges)


def _words(rendered: Rendered, beginnings: tuple[str, ...], more: int) -> Iterator[tuple[int, int]]:
    """Yield where one of *beginnings* stands, with up to *more* characters of its line."""
    text = rendered.text
    for words in beginnings:
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            line = text.find("\n", end)
            yield at, min(end + more, line if line >= 0 else len(text))
            at = text.find(words, end)


def _drafts(rendered: Rendered) -> Iterator[tuple[int, int]]:
    text = rendered.text
    yield from _words(rendered, _NOTES, 20)
    for word in ("DRAFT", "Draft"):
        at = text.find(word)
        while at >= 0:
            start = max(text.rfind("\n", 0, at), text.rfind("\t", 0, at)) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - start <= 120 and _DRAFT.fullmatch(" ".join(text[start:end].split())):
                yield start, end
            at = text.find(word, max(end, at + 1))


def _security_numbers(text: str) -> Iterator[tuple[int, int]]:
    for words in _SECURITY:
        at = text.find(words)
        while at >= 0:
            if _SECURITY_NUMBER.search(text, at, at + 120):
                # The number itself is not repeated in any report.
                yield at - (words[0] in "oO"), at + len(words)
            at = text.find(words, at + 1)


def _joined(text: str) -> Iterator[tuple[int, int]]:
    for m in _YEAR.finditer(text):
        at = m.start()
        if at and "a" <= text[at - 1] <= "z":
            start = at
            while start and text[start - 1].isalpha() and at - start < 12:
                start -= 1
            if text[start:at].lower() in _BEFORE_YEARS and (not start or text[start - 1] in " \n\t("):
                yield start, m.end()


def _repeated(rendered: Rendered) -> Iterator[tuple[Located[str], Located[str]]]:
    """Yield each long paragraph that stands twice in a row, with the first of the two."""
    before: tuple[int, int] | None = None
    found = 0
    for start, end in rendered.lines():
        if end - start < 3:
            continue
        words = rendered.text[start:end]
        if before and len(words) >= _PARAGRAPH and "\t" not in words and words == rendered.text[slice(*before)]:
            yield rendered.located(start, end), rendered.located(*before)
            found += 1
            if found == _MOST:
                return
        before = (start, end)


def _brackets(rendered: Rendered) -> Iterator[tuple[int, int]]:
    for start, end in rendered.lines():
        words = rendered.text[start:end]
        if end - start >= _PARAGRAPH and words.count("(") > words.count(")"):
            at = rendered.text.rfind("(", start, end)
            yield at, min(at + 30, end)
