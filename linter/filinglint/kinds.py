"""What an input is: a submission, a document of a filing, a BCP summary, or none of ours.

Found from the content; the name of a file only breaks ties. A pack may recognise further texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission, is_submission, read_document, read_submission
from filinglint.errors import InputError
from filinglint.facts.extractor import FILINGS
from filinglint.frozen import dataclass
from filinglint.hooks import Recognition
from filinglint.limits import Limits
from filinglint.patterns import pattern
from filinglint.source import Source

KINDS = ("submission", "draft", "document", "bcp-summary", "unknown")
# Longer texts are no summaries of anything; reading them for meaning would only cost time.
_LONGEST_TEXT = 2_000_000
_LOOK = 12_000
_COMMISSION = pattern(
    r"securities\s+and\s+exchange\s+commission|pursuant\s+to\s+section\s+1[235]\b|securities\s+act\s+of\s+1933",
    re.IGNORECASE,
)
_FORM = pattern(
    r"\bform\s+(?:8-K|10-K|10-Q|10-D|11-K|20-F|40-F|6-K|S-\d|F-\d|N-|T-3|SD|144|[345]\b|13F)|current\s+report"
    r"|(?:annual|quarterly)\s+report\s+pursuant|schedule\s+1[34]|registration\s+(?:statement|no)"
    r"|prospectus|commission\s+file\s+n|file\s+no\.?\s+8\d\d-",
    re.IGNORECASE,
)
_UNDER_RULE = pattern(r"\bfiled\s+(?:pursuant\s+to|under|by)\s+(?:rule\s+)?(?:424|497|425|433)\b", re.IGNORECASE)
_EXHIBIT = pattern(r"\s*(?:ex(?:hibit)?[-\s.]{0,3})\d{1,3}(?:[.(-]|\s|$)", re.IGNORECASE)
_DATA_SCHEDULE = pattern(r"<ARTICLE>\s{0,20}[A-Z0-9]{1,3}\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """An input read as what it is, and why."""

    submission: Submission
    reason: str


def read(
    source: Source,
    kind: str | None,
    recognise: Callable[[Submission], Recognition | None],
    limits: Limits | None = None,
) -> Reading:
    """Read *source* as *kind*, or as what it shows itself to be.

    Raises InputError for a PDF or Word file that is to be read as a filing, and where a header has more lines, or a
    filing more documents, than *limits* allow.
    """
    if source.extraction is not None:
        return _read_extracted(source, kind, recognise)
    if kind in ("submission", "draft") or (kind is None and is_submission(source.text)):
        return Reading(read_submission(source, limits), "it has a submission's header")
    if kind is not None:
        return Reading(read_document(source, kind), "the caller says so")
    text = read_document(source, "unknown")
    reason = _filing_document(text)
    if reason:
        return Reading(replace(text, kind="document"), reason)
    if len(source.text) > _LONGEST_TEXT:
        return Reading(text, "it begins like no filing, and is too long for a summary")
    recognition = recognise(text)
    if recognition is None:
        return Reading(text, "it begins like no filing, and no pack knows it")
    return Reading(replace(text, kind=recognition.kind or "unknown"), recognition.reason)


def _read_extracted(source: Source, kind: str | None, recognise: Callable[[Submission], Recognition | None]) -> Reading:
    """Read the text of a PDF or Word file, which is a summary, a pack's, or nothing of ours: filings are neither."""
    if kind in FILINGS:
        reason = f"a PDF or Word file is no {kind}: EDGAR takes neither"
        raise InputError(source.path, reason, "name the HTML or plain text to be filed")
    text = read_document(source, kind or "unknown")
    if kind is not None:
        return Reading(text, "the caller says so")
    recognition = recognise(text)
    if recognition is None:
        return Reading(text, "no pack knows it")
    return Reading(replace(text, kind=recognition.kind or "unknown"), recognition.reason)


def _filing_document(text: Submission) -> str:
    """Return why *text* is a document of a filing; "" when it is not."""
    document = text.documents[0]
    if document.type_name:
        return "it has the head that EDGAR gives a document"
    head = text.source.text[:_LOOK]
    if document.made_by_edgar:
        return "it is a page that EDGAR makes from XBRL"
    if document.body is Body.IXBRL:
        return "it is inline XBRL"
    if document.is_filed_xml:
        return "it is the XML of a form or of its data"
    if document.body is Body.XML or len(text.source.text) > 50 * _LONGEST_TEXT:
        return ""
    shown = document.rendered.text[:_LOOK]
    if _COMMISSION.search(shown[:4000]) and _FORM.search(shown):
        return "it has the cover of a filing"
    if _UNDER_RULE.search(shown[:1500]):
        return "it is a prospectus filed under Rule 424 or 497"
    if _EXHIBIT.match(shown) or _DATA_SCHEDULE.search(head[:2000]):
        return "it is labelled as an exhibit"
    return ""
