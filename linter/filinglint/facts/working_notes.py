"""What those who work on a document leave in it for each other: stamps of their systems, paths of files, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from itertools import chain, islice

from filinglint.documents.document import Body, Document
from filinglint.documents.signs import Signs, sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50
_LONGEST = 40  # code points of a stamp
# "#4829-1102-7364v3", "NY 12345678v2", "AMERICAS/2024245128.7": a number and a version, as a management system stamps
# them on every page. The number alone could be anything.
_NUMBERED = pattern(r"-(?<=[0-9]{4}-)[0-9]{4}-[0-9]{4}(?:,?[ ]?v\.?[ ]?|\.)[0-9]{1,3}(?![\w.-])")
_VERSIONED = pattern(r"v(?<=[0-9]{6}v|[0-9]{5}-v)[0-9]{1,3}(?![\w.-])")
_IN_LIBRARY = r"(?<=[A-Z][A-Z0-9].)[ ]?[0-9]{6,10}[._v][0-9]{1,3}(?![\w.-])"
_STAMPS = (_NUMBERED, _VERSIONED, pattern(f"/{_IN_LIBRARY}"))
_STROKE = sign("\\")
_STROKE_STAMP = pattern(rf"\\{_IN_LIBRARY}")
# "C:\Documents and Settings\...\draft.doc", "\\server\deals\10k.docx": where a word processor says that the file lies.
_FILE = r"[^\n\t<>|\"*?:]{1,200}?\.(?i:docx?|rtf|wpd|xlsx?|pptx?|pdf|txt|html?)(?![\w.])"
_PATHS = (
    (sign(":\\"), pattern(rf":(?<=[A-Za-z]:)\\{_FILE}")),
    (sign("\\\\"), pattern(rf"\\\\[A-Za-z][\w.-]{{1,40}}\\{_FILE}")),
)
_BEFORE = pattern(r"(?:(?<=\s)|\A)(?:[A-Z][A-Z0-9-]{1,15}[/\\ ] ?|[#(\[]|[A-Z][A-Z-]{1,12}-?#?)?[0-9-]{0,12}\Z")
_NOTE = pattern(
    r"\b(?:to-?do|fixme|ntd|tbd|to be (?:confirmed|updated|completed|deleted|removed))\b"
    r"|\bnote to (?:draft|self|file|edgar|typeset|counsel|client|reviewer)"
    r"|\b(?:before|prior to|until) (?:we )?fil(?:e|ing)\b|\bdo not (?:file|publish|disclose|release)\b"
    r"|\b(?:check|confirm|verify|discuss) (?:this|that|these|with)\b"
    r"|\b(?:check|confirm|verify|ask|waiting (?:for|on)|per) (?:[\w']{1,15} ){0,3}"
    r"(?:counsel|cfo|ceo|legal|auditors?|client|accountants?|kpmg|pwc|deloitte|working group)\b"
    r"|\b(?:old|alternative|proposed) (?:language|wording|text)\b"
    r"|\b(?:privileged|attorney[- ]client|please (?:check|confirm|update|delete|remove|verify|advise|review|revise))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WorkingNotes:
    """The stamps, paths and notes that a document was filed with, each in reading order, at most fifty.

    A kind is looked for when someone asks for it.
    """

    document: Document = field(repr=False)

    @cached_property
    def stamps(self) -> tuple[Located[str], ...]:
        """What a document management system stamps on a page: the number and the version of a draft."""
        found = sorted(set(_stamps(self.document.rendered.signs)))[:_MOST]
        return tuple(self.document.rendered.located(start, end) for start, end in found)

    @cached_property
    def paths(self) -> tuple[Located[str], ...]:
        """Names of files with the disk and the folders in which they lie, as the foot of a draft's page has them."""
        found = sorted(_paths(self.document.rendered.signs))[:_MOST]
        return tuple(self.document.rendered.located(start, end) for start, end in found)

    @cached_property
    def comments(self) -> tuple[Located[str], ...]:
        """The comments of HTML in which one person tells another what is still to do; those of tools are others."""
        source, rendered = self.document.source.text, self.document.rendered
        if self.document.body not in (Body.HTML, Body.IXBRL):
            return ()
        words = (tag for tag in rendered.tag_words if tag.startswith("<!--"))
        notes = {tag for tag in words if _NOTE.search(tag, 0, 2000)}
        spans = (span for _, span in rendered.tag_spans(frozenset(("",)), notes))
        return tuple(
            Located(" ".join(source[span.start + 4 : span.end - 3].split()), span) for span in islice(spans, _MOST)
        )


@document_extractor("working_notes")
def working_notes(submission: Submission, document: Document) -> WorkingNotes:  # noqa: ARG001
    """Look for stamps and notes. Raises NotApplicable for bodies that nobody reads."""
    return WorkingNotes(readable(document))


def _paths(signs: Signs) -> Iterator[tuple[int, int]]:
    text = signs.text
    for words, expression in _PATHS:
        for m in signs.matches(words, expression):
            start = m.start() - 1 if words[0] == ":" else m.start()
            if not start or text[start - 1].isspace() or text[start - 1] in "([\"'“‘":
                yield start, m.end()


def _stamps(signs: Signs) -> Iterator[tuple[int, int]]:
    text = signs.text
    found = chain(*(expression.finditer(text) for expression in _STAMPS), signs.matches(_STROKE, _STROKE_STAMP))
    for m in found:
        before = _BEFORE.search(text, max(0, m.start() - _LONGEST), m.start())
        if before is not None:
            yield before.start(), m.end()
