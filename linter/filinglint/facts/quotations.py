"""Names put between quotation marks and brackets, of which one mark is missing: ``(the “Company)``.

Only what a bracket encloses is read: a quotation of several paragraphs opens each of them, and closes the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50
_NEAR = 1500  # code points behind a paragraph: the end of a page may stand in it
_BRACKET = 200  # code points
# Typists close with two apostrophes too, and behind the bracket.
_UNENDED = pattern(r"“[^“”()\"\n]{1,80}(?<![\"'’‘″´`])\)(?![”\"'’])")
_BEGIN = r"\((?:the|an?|each,? an?|(?:collectively|together),? the|or)"
_UNBEGUN = pattern(r"\((?:[a-z]{1,12},? ){0,4}[A-Z][^()“”„‘’\"'`\n]{1,80}”\)")
_STRAIGHT_UNENDED = pattern(rf"{_BEGIN}[ \n]\"[A-Z][^\"()]{{1,60}}[A-Za-z]\)(?![”\"'’])")
_STRAIGHT_UNBEGUN = pattern(rf"{_BEGIN}[ \n][A-Z][^\"'()“”]{{1,60}}[A-Za-z]\"\)")


_OPENINGS = ("(“", "(the “", '("', '(the "')
_DEFINED = pattern(r"\((?:the )?(?:“[A-Z][^“”()\"\n]{1,60}”|\"[A-Z][^“”()\"\n]{1,60}\")(?=[ ,;.])")
_BRACKETS = pattern(r"[()]")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations in brackets of one document that lack a mark, in reading order, at most fifty of a kind.

    ``unclosed`` have both marks, and their bracket is not closed.
    """

    lopsided: tuple[Located[str], ...]
    unclosed: tuple[Located[str], ...]


@document_extractor("quotations")
def quotations(submission: Submission, document: Document) -> Quotations:  # noqa: ARG001
    """Look for lopsided quotations. Raises NotApplicable for bodies that nobody reads."""
    rendered = readable(document).rendered
    found = sorted(_lopsided(rendered.text))[:_MOST]
    return Quotations(
        tuple(rendered.located(start, end) for start, end in found),
        tuple(rendered.located(start, end) for start, end in sorted(_unclosed(document))[:_MOST]),
    )


def _lopsided(text: str) -> Iterator[tuple[int, int]]:
    # Most texts have as many marks of one kind as of the other.
    if text.count("“") != text.count("”"):
        for m in matches(text, "“", _UNENDED):
            before = text[max(0, m.start() - _BRACKET) : m.start()]
            if before.rfind("(") > max(before.rfind(")"), before.rfind("\n")):
                yield m.span()
        yield from (m.span() for m in _UNBEGUN.finditer(text))
    if text.count('"') % 2:
        for expression in (_STRAIGHT_UNENDED, _STRAIGHT_UNBEGUN):
            yield from (m.span() for m in expression.finditer(text))


def _unclosed(document: Document) -> Iterator[tuple[int, int]]:
    text = document.rendered.text
    if text.count("(") <= text.count(")"):
        return
    paragraph = "\n\n" if document.body is Body.TEXT else "\n"
    for opening in _OPENINGS:
        for m in matches(text, opening, _DEFINED):
            end = text.find(paragraph, m.end())
            if end >= 0 and not _closes(text, m.end(), min(end, m.end() + _NEAR) + _NEAR):
                yield m.span()


def _closes(text: str, start: int, end: int) -> bool:
    """Tell whether a bracket that is open at *start* is closed before *end*."""
    depth = 1
    for m in _BRACKETS.finditer(text, start, end):
        depth += 1 if m[0] == "(" else -1
        if not depth:
            return True
    return False
