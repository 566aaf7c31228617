"""Which form an input is, and by the law of which day it is judged.

A submission and a draft say it in their header. A document alone says it on its cover, in its own
XML, or nowhere: an exhibit and a page made by EDGAR are no form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import Extractor
from filinglint.facts.header import header
from filinglint.facts.signatures import signatures
from filinglint.located import CannotTell, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.tables.submission_types import submission_type

_FIRST_FILING = date(1993, 1, 1)
_AMENDED = pattern(r"[ -]?/ ?A$|\(A\)$| ?-A$", re.IGNORECASE)
# Forms whose XML states the type in an element of this name.
_XML_TYPE = pattern(r"<(?:\w+:)?(?:documentType|submissionType)>\s*([A-Z0-9][A-Z0-9 /.-]{0,20}?)\s*<")
_COVER = 3000  # characters of rendered text
_FEES = pattern(r"calculation\s+of\s+(?:the\s+)?(?:registration|filing)\s+fee", re.IGNORECASE)
_SCHEDULE = pattern(r"^[ \t]*schedule\s+(13[DG])\b[ \t]*+(?:/A[ \t]*+)?$", re.IGNORECASE | re.MULTILINE)
_AMENDMENT_NUMBER = pattern(
    r"\bamendment\s+(?:no\.?|number)[\s:]{0,20}[1-9]|schedule\s+13[DG]\s?/\s?A\b", re.IGNORECASE
)
T = TypeVar("T")
_DEI_TYPE = pattern(r"name=[\"']dei:DocumentType[\"'][^<>]{0,400}>")


def form_of(submission: Submission) -> str | None:
    """Return the submission type that *submission* is, in capitals; None where it says none."""
    if submission.header is not None:
        stated = header.of(submission).form
        return stated.value.upper() if isinstance(stated, Located) else None
    if submission.kind != "document" or submission.main is None:
        return None
    document = submission.main
    if document.made_by_edgar or document.type_name.startswith("EX-"):
        return None
    if submission_type(document.type_name) is not None:
        return document.type_name
    if document.body is Body.XML:
        return _stated_type(_XML_TYPE.search(submission.source.text, document.content.start, document.content.end))
    if document.body is Body.IXBRL and (form := _dei_type(document)):
        return form
    return _cover_type(submission)


def _stated_type(found: re.Match[str] | None) -> str | None:
    return found[1].upper() if found and submission_type(found[1]) is not None else None


def _dei_type(document: Document) -> str | None:
    """Return the type that the inline XBRL of the cover states."""
    rendered = document.rendered
    fact = _DEI_TYPE.search(document.source.text, document.content.start, document.content.end)
    if fact is None:
        return None
    start = rendered.offset(fact.end())
    words = rendered.text[start : start + 20].split("\n")[0].strip().upper()
    # The fact ends where the type does; what follows it in the line is not looked for.
    parts = words.split()
    candidates = [" ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    return next((words for words in candidates if submission_type(words) is not None), None)


def _cover_type(submission: Submission) -> str | None:
    """Return the type that the cover names; a mark of amendment anywhere on it counts."""
    document = submission.documents[0]
    beginning = document.rendered.text[:_COVER] if document.readable else ""
    if _FEES.search(beginning):
        return None
    cover = _facts(cover_page, submission)
    if cover is None or not isinstance(cover.form_name, Located):
        schedule = _SCHEDULE.search(beginning)
        return f"SC {schedule[1].upper()}{'/A' if _AMENDMENT_NUMBER.search(beginning) else ''}" if schedule else None
    words = re.sub(r"^FORM\s*", "", cover.form_name.value.upper())
    marked = cover.amendment.value.lower() if isinstance(cover.amendment, Located) else ""
    amended = bool(marked) or _AMENDED.search(words) is not None
    bare = _AMENDED.sub("", words).replace(" ", "")
    if bare[0] in "SF":
        # Registration statements are quoted in prose, combined with others, and amended under another type.
        if words == cover.form_name.value.upper() or not _is_alone(document, cover.form_name):
            return None
        if "post-effective" in marked:
            return "POS AM"
    for code in (bare, re.sub(r"^(\d{1,2}|[SFN])(?=[A-Z0-9])", r"\1-", bare)):
        if submission_type(code) is not None:
            return f"{code}/A" if amended and submission_type(f"{code}/A") is not None else code
    return None


def _is_alone(document: Document, words: Located[str]) -> bool:
    """Tell whether *words* are a line of their own."""
    text = document.rendered.text
    start, end = document.rendered.offset(words.span.start), document.rendered.offset(words.span.end)
    before, after = text[max(0, start - 80) : start].rpartition("\n")[2], text[end : end + 80].partition("\n")[0]
    return not before.strip() and not after.strip()


def day_of(submission: Submission, as_of: str, today: date) -> tuple[date, str]:
    """Return the day by whose law *submission* is judged, and where it comes from.

    *as_of* is ``filing``, ``today`` or an ISO date. The source is ``filed``, ``planned`` (a draft),
    ``stated`` (a document alone: the day it was signed, or the day or period it reports on), ``today`` or
    ``given``.
    """
    if as_of == "today":
        return today, "today"
    if as_of != "filing":
        return date.fromisoformat(as_of), "given"
    if submission.header is not None:
        filed = header.of(submission).filed
        if isinstance(filed, Located):
            return filed.value, "planned" if submission.kind == "draft" else "filed"
        return today, "today"
    if submission.kind == "document" and submission.main is not None and not submission.main.made_by_edgar:
        # A document cannot have been filed before EDGAR was, nor in the future: such a day is misread.
        stated = next((day for day in _stated_days(submission) if _FIRST_FILING <= day <= today), None)
        if stated is not None:
            return stated, "stated"
    return today, "today"


def is_public(submission: Submission) -> bool:
    """Tell whether *submission* says of itself that EDGAR has disseminated it.

    It has the wrapper of the SEC, or what nobody but EDGAR gives a filing: an accession number and the day it
    was filed. A draft has neither, and a document alone says nothing of it.
    """
    if submission.kind != "submission" or submission.header is None:
        return False
    stated = header.of(submission)
    return submission.pem is not None or (isinstance(stated.accession, Located) and isinstance(stated.filed, Located))


def _stated_days(submission: Submission) -> Iterator[date]:
    """Yield the days that a document alone states of itself, the nearest to its filing first."""
    from filinglint.facts.ownership import ownership  # few inputs are documents alone, and fewer are such statements

    if (signed := _facts(signatures, submission)) is not None:
        days = [block.date.value for block in signed.blocks if isinstance(block.date, Located)]
        if days:
            yield max(days)
    if (statement := _facts(ownership, submission)) is not None:
        yield from _days(*(signature.date for signature in statement.signatures), statement.period)
    if (cover := _facts(cover_page, submission)) is not None:
        yield from _days(cover.date_of_report, cover.earliest_event, cover.period)


def _days(*leaves: Leaf[date]) -> Iterator[date]:
    return (leaf.value for leaf in leaves if isinstance(leaf, Located))


def _facts(extractor: Extractor[T], submission: Submission) -> T | None:
    try:
        return extractor.of(submission)
    except (NotApplicable, CannotTell):
        return None
