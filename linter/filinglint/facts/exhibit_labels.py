"""Exhibit numbers outside the lists: printed at the top of exhibits, and named in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.facts.exhibit_numbers import NUMBER, is_base, number_key, same_number
from filinglint.facts.line_words import LineWords
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_TOP = 3000
_HARDLY = 20_000
_WORD = r"(?:EXHIBITS?|Exhibits?|exhibit|EX|Ex\.)"
_NO = r"(?:(?:No|NO|Number|NUMBER)s?[. ]{0,4})?"
_WORDS = pattern(r"[Ee](?:xhibit|(?<=E)(?:X|x\.))")  # the beginnings of such words
# A line of its own, or the beginning of one that goes on behind a gap or a dash.
_LABEL = pattern(
    rf"{_WORD}[ \t\n.:#–-]{{1,40}}{_NO}\(?({NUMBER})\)?"
    r"(?=[.:;*)\]”\"]{0,3}[ \t]{0,80}(?:\n|\Z|[ \t]{2}|\t|[-–—(]| [-–—] )|[.:] )"
)
# At the right margin, behind the running head of the page.
_RIGHT = pattern(rf"{_WORD}[ \t.:#–-]{{1,20}}{_NO}\(?({NUMBER})\)?(?=[.*)]{{0,3}}[ \t]{{0,80}}(?:\n|\Z))")
_EMBEDDED = pattern(rf"\n[ \t*_|(]{{0,200}}{_WORD}[ \t-]{{1,20}}{_NO}\(?({NUMBER})\)?[.*:]{{0,3}}[ \t]{{0,80}}(?=\n)")
_MENTION = pattern(
    rf"[Ee](?:xhibits?|XHIBITS?)[ \n]{{1,40}}{_NO}"
    rf"\(?({NUMBER}(?:(?:,|,?[ \n]{{1,9}}and|[ \n]{{1,9}}&)[ \n]{{1,40}}{NUMBER}){{0,8}})(?![A-Za-z0-9])"
)
_EACH = pattern(NUMBER)
_AS = (["as"], ["in"], ["with"], ["by"], ["an"])
_SAYS = pattern(
    r"(?:attached|furnish(?:ed|ing)|fil(?:ed|ing)|included|annexed|appended|enclosed|provided|submitted|set forth)"
    r"(?:[ \n]{1,10}[\w,()“”\"-]{1,20}){0,8}?[ \n]{1,10}(?:as|in|with|by)(?:[ \n]{1,10}an)?[ \n]{1,10}$",
    re.IGNORECASE,
)
_OTHER_FILING = pattern(
    r"[)\]]?,?[ \n]{1,10}(?:(?:to|of|in|with)[ \n]{1,10}(?!this\b)|thereto\b|attached[ \n]{1,10}thereto)",
    re.IGNORECASE,
)
_HERE = pattern(r"[)\]]?,?[ \n]{1,10}(?:hereto|herewith|hereof|(?:to|of|in|with)[ \n]{1,10}this)\b", re.IGNORECASE)
_PAST = pattern(r"\b(?:previously|originally|was|were|had been)[ \n]{1,10}$", re.IGNORECASE)
_SIGNED = pattern(r"\n[ \t]{0,200}(?i:S ?I ?G ?N ?A ?T ?U ?R ?E ?S?)[ \t:.]{0,40}\n")


def printed_label(document: Document) -> Leaf[str]:
    """Return the exhibit number printed near the top of *document*; unsure where several differ."""
    what = "label of the exhibit"
    if document.body is Body.XML:
        return Absent(document.content, what)  # data is printed nowhere
    if not document.readable:
        return Unsure(document.content, what, f"the document is {document.body.value}, not text or HTML")
    rendered = document.beginning(_TOP + 1)
    text = rendered.text[:_TOP]
    if len(text.split(None, 7)) < 8 and len(document.beginning(_HARDLY).text) < _HARDLY:
        return Unsure(document.content, what, "the document shows hardly any text; it may be a picture")
    found = [m.span(1) for m in (_label_at(text, word) for word in _WORDS.finditer(text)) if m and m.end() < _TOP]
    if not found:
        return Absent(rendered.source_span(0, min(_TOP, len(rendered.text))), what)
    first = rendered.located(*found[0])
    several = any(not same_number(first.value, text[slice(*other)]) for other in found[1:])
    if several and len(text[: found[0][0]].split()) > 60:
        return Unsure(first.span, what, "several numbers stand there")
    return first


def _label_at(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """Return the label that begins with *word*: at the beginning of a line, or behind a wide gap at its end."""
    start = word.start()
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip(' \t*_|([“"'):
        m = _LABEL.match(text, start)
    elif text[start - 3 : start].isspace():
        m = _RIGHT.match(text, start)
    else:
        m = None
    return m if m and is_base(m[1]) else None


def embedded_labels(rendered: Rendered, words: LineWords, lists: list[Span]) -> Iterator[Located[str]]:
    """Yield the labels of exhibits that stand on lines of their own behind the signatures, outside *lists*."""
    text = rendered.text
    signed = next((m for m in (_SIGNED.match(text, line) for line in words.signatures) if m), None)
    if signed is None:
        return
    for line in words.exhibit_lines(signed.end()):
        m = _EMBEDDED.match(text, line)
        if m and is_base(m[1]):
            label = rendered.located(*m.span(1))
            if not any(label.span in span for span in lists):
                yield label


def named_in(rendered: Rendered, number: str, where: list[Span]) -> Leaf[str]:
    """Return the first place in *where* at which *number* stands, in any context and spelling."""
    key = number_key(number)
    what = f"number {number}"
    if not key:
        return Absent(rendered.span, what)
    # It begins with plain digits and not with a look behind: so it is found about as fast as words are.
    loose = key[0]
    for part in key[1:]:
        loose += r"[ .(-]{1,3}0{0,2}" + part if part.isdecimal() else r"[ .(-]{0,3}(?i:" + part + ")"
    bracket = r"\)?" if number.endswith(")") else ""
    pattern = re.compile(rf"{loose}{bracket}(?!\d|[.,]\d|%)")
    for span in where:
        for m in pattern.finditer(rendered.text, rendered.offset(span.start), rendered.offset(span.end)):
            before = rendered.text[m.start() - 1] if m.start() else " "
            if not before.isdigit() and before not in ".,$":
                return rendered.located(*m.span())
    return Absent(rendered.span, what)


def mentions_in(rendered: Rendered, words: LineWords) -> Iterator[tuple[Located[str], Span]]:
    """Yield each number that the text says something is attached, filed or furnished as, with the phrase's place."""
    text = rendered.text
    for word in words.exhibits:
        m = _MENTION.match(text, word) if text[max(0, word - 40) : word].rsplit(None, 1)[-1:] in _AS else None
        begin = max(0, word - 160)
        says = _SAYS.search(text, begin, word) if m else None
        if m is None or says is None:
            continue
        after = text[m.end() : m.end() + 120]
        if not _HERE.match(after) and (_OTHER_FILING.match(after) or _PAST.search(text, begin, says.start())):
            continue
        span = rendered.source_span(says.start(), m.end())
        each = [one.span() for one in _EACH.finditer(text, *m.span(1)) if is_base(one[0])]
        yield from ((rendered.located(*one), span) for one in each)
