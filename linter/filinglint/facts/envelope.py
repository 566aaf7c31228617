"""What stands around the header and the documents of a submission.

Source: the disseminated files themselves: ``<SEC-DOCUMENT>accession.txt : YYYYMMDD`` and
``<SEC-HEADER>accession.hdr.sgml : YYYYMMDD``, with ``IMS`` for ``SEC`` until 1996.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from filinglint.documents.pem import END
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.header import as_date
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

# Until 2001 the name came with the folder in which EDGAR worked on it.
_LINE = pattern(
    r"<(?:SEC|IMS)-(DOCUMENT|HEADER)>[ \t]*(?:[^\s:]{0,120}/)?([^\s:]{1,80})(?:[ \t]*:[ \t]*([^\s]{1,20}))?"
)
_NAME_END = pattern(r"(?:\.hdr)?\.(?:txt|sgml)$", re.IGNORECASE)
_MARKER = pattern(r"\s*</?(?:SEC-DOCUMENT|IMS-DOCUMENT|SEC-HEADER|IMS-HEADER|SUBMISSION)>", re.IGNORECASE)
_WORD = pattern(r"\S[^\r\n]{0,200}")


@dataclass(frozen=True, slots=True)
class Marker:
    """One opening line of the envelope: the accession number and the dissemination date (US Eastern) it names."""

    name: str
    accession: Leaf[str]
    day: Leaf[date]


@dataclass(frozen=True, slots=True)
class Envelope:
    """The opening lines in order, and the words that belong to no part.

    ``between`` holds the first line of each stretch of words between two documents, ``after`` the first
    line of what follows the end of the submission, None when nothing does.
    """

    markers: tuple[Marker, ...]
    between: tuple[Located[str], ...]
    after: Located[str] | None


@extractor("envelope", kinds=frozenset(("submission",)))
def envelope(submission: Submission) -> Envelope:
    """Read the envelope. Raises NotApplicable when there is neither header nor document."""
    if submission.header is None and not submission.documents:
        raise NotApplicable("there is no submission")
    return Envelope(tuple(_markers(submission)), tuple(_between(submission)), _after(submission))


def _markers(submission: Submission) -> Iterator[Marker]:
    text = submission.source.text
    stop = submission.documents[0].span.start if submission.documents else submission.span.end
    for m in _LINE.finditer(text, submission.span.start, min(stop, submission.span.start + 20_000)):
        looked = Span(*m.span())
        number = _NAME_END.sub("", m[2])
        accession = Located(number, Span(m.start(2), m.start(2) + len(number)))
        day: Leaf[date] = Absent(looked, "dissemination date")
        if m[3]:
            read = as_date(m[3])
            place = Span(*m.span(3))
            day = Located(read, place) if read else Unsure(place, "dissemination date", f"'{m[3]}' is no date")
        yield Marker(m[1], accession, day)


def _between(submission: Submission) -> Iterator[Located[str]]:
    text = submission.source.text
    documents = submission.documents
    for before, after in pairwise(documents):
        stray = _first_line(text, before.span.end, after.span.start) if before.closed else None
        if stray is not None:
            yield stray


def _after(submission: Submission) -> Located[str] | None:
    """Return the first line of what follows the last document and the end markers."""
    text = submission.source.text
    if not submission.documents or not submission.documents[-1].closed:
        return None
    at = submission.documents[-1].span.end
    while marker := _MARKER.match(text, at, submission.span.end):
        at = marker.end()
    stray = _first_line(text, at, submission.span.end)
    if stray is None and submission.pem is not None and submission.pem.closed:
        stray = _first_line(text, submission.span.end + len(END), len(text))
    return stray


def _first_line(text: str, start: int, end: int) -> Located[str] | None:
    m = _WORD.search(text, start, end)
    if m is None:
        return None
    words = m[0].rstrip()
    return Located(" ".join(words.split()), Span(m.start(), m.start() + len(words)))
