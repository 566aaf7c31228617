"""What a cover page states: who files, under which numbers, from where, and about which day.

Source: the cover pages of Forms 8-K, 10-K, 10-Q, 20-F, 6-K and S-1 from 1993 to 2026.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.captions import Kind
from filinglint.facts.cover_address import CoverAddress
from filinglint.facts.cover_boxes import CheckBox, introduction, read_boxes
from filinglint.facts.cover_contact import read_contact
from filinglint.facts.cover_dates import read_dates
from filinglint.facts.cover_reading import Captioned
from filinglint.facts.cover_registrants import CoverRegistrant, read_registrants
from filinglint.facts.cover_securities import Securities, read_securities
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.first_words import Lowered, Phrase, lowered
from filinglint.facts.header import header
from filinglint.facts.laid_out import laid_out, lies_in
from filinglint.facts.layout import Layout
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_MOST = 20_000  # characters of rendered text: the longest covers, of 10-Ks with many registrants, are shorter
_FORM_BEFORE = 7000  # a letterhead or a table made by EDGAR may stand before the form's name
_SPEAKS = pattern(r"\s{0,9}(?:filing|is|are|or|and|in|for|to|under|dated|filed|that|which|which|with|of)\b")
_ITEM = Phrase(pattern(r"^[ \t]*items?\s{0,10}\d", re.IGNORECASE | re.MULTILINE), (), ("item",))
_COMMISSION = pattern(r"securities\s+and\s+exchange\s+commission", re.IGNORECASE)
_MANY_CAPTIONS = 4
_COVERED = pattern(
    r"(?:8-?K|10-?[KQD]|10-?[KQ]SB|10-?KT|10-?QT|11-?K|20-?F|40-?F|6-?K|S-\d+|F-\d+|POS\b)", re.IGNORECASE
)
_TYPE = r"(?:8-?K|10-?[KQD](?:SB|T)?(?:40|405)?|11-?K|18-?K|20-?F|40-?F|6-?K|S-\d{1,2}|F-\d{1,2}|10|SD)(?:MEF|POS|ASR)?"
_FORM = pattern(
    rf"(?:\bform\b[ \t\n]{{1,20}}(?P<type>{_TYPE})|^[ \t]*(?P<bare>{_TYPE}))(?P<mark> ?[-/] ?A\b|\(A\))?(?![\w-])",
    re.IGNORECASE | re.MULTILINE,
)
_AMENDMENT = pattern(
    r"\b(?:(?:pre|post)-effective\s{1,10})?amendment\s{1,10}(?:no\.?|number|#)\s{0,10}"
    r"(?:\d{1,3}|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_AMENDED = pattern(r"\(amendment\b[^)\n]{0,20}\)", re.IGNORECASE)
_LETTERS_OF_FORM = pattern(r"(?:form)?(?:8k|10[kq]|(?:20|40)f|6k|11k|10d)(?:sb|t|a|405)?", re.IGNORECASE)
_END = Phrase(
    pattern(
        r"^[ \t]*(?:part\s+i\b|items?\s{0,10}\d{1,2}(?:\.\d\d)?\b|table\s+of\s+contents\W*$|signatures?\W*$"
        r"|index\W*$|section\s+\d\b|information\s+(?:to\s+be\s+)?included\s+in|explanatory\s+note"
        r"|introductory\s+note)",
        re.IGNORECASE | re.MULTILINE,
    ),
    (),
    ("item", "signature", "part", "table", "index", "section", "information", "explanatory", "introductory"),
)
_MARKED = Phrase(
    pattern(
        r"\bindicate\s+by\s+(?:a\s+)?check\s*mark\s+whether\b|\bcheck\s+the\s+appropriate\s+box\s+below\b",
        re.IGNORECASE,
    ),
    ("indicate", "check"),
)
_CAPTIONS_END = Phrase(
    pattern(
        r"\b(?:check\s+the\s+appropriate\s+box|indicate\s+by\s+(?:a\s+)?check\s*mark"
        r"|securities\s+(?:to\s+be\s+)?registered\s+(?:or\s+to\s+be\s+registered\s+)?pursuant"
        r"|approximate\s+date\s+of\s+commencement)",
        re.IGNORECASE,
    ),
    ("check", "indicate", "securities", "approximate"),
)
# Whose lawyers these are has no bearing on the registrant; only registration statements name them here.
_COPIES = Phrase(
    pattern(r"\b(?:please\s+send\s+)?cop(?:y|ies)\s+(?:of\b[^\n]{0,60}\s)?to\b", re.IGNORECASE),
    ("copy", "copies", "please"),
)
_STATEMENT = pattern(r"[SF]-\d|POS\b", re.IGNORECASE)
_MARKET_VALUE = Phrase(pattern(r"\baggregate\s+market\s+value\b", re.IGNORECASE), ("aggregate",))
# Where there is none: "No voting stock is held by nonaffiliates", "There is no public market for the units".
_NO_MARKET_VALUE = Phrase(
    pattern(r"\bnon-?\s{0,3}affiliates?\b|\bno\s{1,9}(?:\w+\s{1,9}){0,3}market\b", re.IGNORECASE), ("non", "no")
)
_OUTSTANDING = Phrase(
    pattern(
        r"\b(?:shares?|units?|interests?)\b[^\n]{0,200}\boutstanding\b"
        r"|\boutstanding\b(?:[^\n]{0,200}\b(?:shares?|units?|interests?)\b|\s{1,9}(?:at|on|as\s{1,9}of)\b)",
        re.IGNORECASE,
    ),
    ("share", "unit", "interest", "outstanding"),
)
# The same over the lines of a paragraph, where the number stands: "10,312,456 shares of common\nstock outstanding".
_OUTSTANDING_BELOW = Phrase(
    pattern(
        r"\b(?<=\d[ \n])(?:shares|units|interests)\b(?:[^\n]|\n(?![^\S\n]*\n)){0,200}\boutstanding\b",
        re.IGNORECASE,
    ),
    ("share", "unit", "interest"),
)
# A number of shares on a day says it without the word: "Common Stock -- 8,123,456 shares as of August 7, 1998".
_SHARES_ON_A_DAY = Phrase(
    pattern(r"\bshares?\b(?<=\d[ \n]shares)[^\n]{0,100}\b(?:at|on|as\s{1,9}of)\b[^\n]{0,20}\d", re.IGNORECASE),
    ("share",),
)
_SHARES_AT_LINE_END = pattern(r"\bnumber of (?:shares|units|interests)[ \t]{0,80}\n", re.IGNORECASE)
_HEAD_LINES = 4
_INCORPORATED = Phrase(
    pattern(
        r"\bdocuments?\s+incorporated\s+by\s+reference\b"
        r"|\b(?:portions?|parts?)\b[^\n]{0,300}\bincorporated\s+(?:herein\s+)?by\s+reference\b",
        re.IGNORECASE,
    ),
    ("document", "portion", "part"),
)
_LINE_END, _BLANK_LINE = pattern(r"\n"), pattern(r"\n[ \t]*\n")
_MARKS = pattern(r"[\W_]+")
_FORMS = frozenset("INC INCORPORATED CORP CORPORATION CO COMPANY LTD LIMITED LLC LP PLC NV SA AG THE DE".split())


@dataclass(frozen=True, slots=True)
class CoverPage:
    """What the cover of the main document states, each statement with its place.

    ``registrants`` holds at least one, in the order of the cover; its leaves are absent where the cover
    does not state them. ``date_of_report`` and ``earliest_event`` are the same day where one caption asks
    for both and one date answers it. ``amendment`` is the words that call it an amendment. ``boxes`` are all
    that we know, absent where the cover lacks them. The last three are the paragraphs that state it.
    """

    span: Span
    form_name: Leaf[str]
    amendment: Leaf[str]
    registrants: tuple[CoverRegistrant, ...]
    address: CoverAddress
    telephone: Leaf[str]
    former: Leaf[str]
    date_of_report: Leaf[date]
    earliest_event: Leaf[date]
    period: Leaf[date]
    period_start: Leaf[date]
    box_introduction: Leaf[str]
    boxes: tuple[CheckBox, ...]
    securities: Securities
    market_value: Leaf[str]
    shares_outstanding: Leaf[str]
    incorporated_documents: Leaf[str]

    def box(self, name: str) -> CheckBox:
        """Return the check box called *name* (``egc``, ``shell_company`` …). Raises KeyError for no name of ours."""
        for box in self.boxes:
            if box.name == name:
                return box
        raise KeyError(name)

    @property
    def registrant(self) -> CoverRegistrant:
        """The first registrant."""
        return self.registrants[0]

    @property
    def registrant_name(self) -> Leaf[str]:
        """The name of the first registrant."""
        return self.registrants[0].name

    @property
    def commission_file_number(self) -> Leaf[str]:
        """The Commission file number of the first registrant."""
        return self.registrants[0].commission_file_number

    @property
    def state_of_incorporation(self) -> Leaf[str]:
        """The state or country of incorporation of the first registrant."""
        return self.registrants[0].state_of_incorporation

    @property
    def ein(self) -> Leaf[str]:
        """The I.R.S. employer identification number of the first registrant."""
        return self.registrants[0].ein

    @property
    def report_date(self) -> Leaf[date]:
        """The day of the earliest event reported; the date of the report where no other is stated."""
        return self.date_of_report if isinstance(self.earliest_event, Absent) else self.earliest_event


def main_document(submission: Submission) -> Document:
    """Return the document that the form's type names. Raises NotApplicable when no one can read it."""
    document = readable_main(submission)
    if document.type_name.startswith("EX-"):
        raise NotApplicable("there is no main document to read")
    return document


@extractor("cover")
def cover_page(submission: Submission) -> CoverPage:
    """Read the cover of the main document. Raises NotApplicable when it has none."""
    document = main_document(submission)
    rendered = document.rendered
    text = rendered.text
    limit = min(len(text), _MOST)
    words = Lowered(text, limit)
    form = _form_name(words)
    known = _COVERED.match(document.type_name) is not None
    if document.type_name and not known:
        raise NotApplicable("its form has no cover page that we know")
    commission = None if form else _COMMISSION.search(text, 0, min(len(text), _FORM_BEFORE))
    begin = form.end() if form else commission.end() if commission else 0
    end = _end(words, begin, limit)
    captions_end = words.search(_CAPTIONS_END, begin, end)
    if _STATEMENT.match(document.type_name):
        captions_end = words.search(_COPIES, begin, captions_end.start() if captions_end else end) or captions_end
    layout = Layout(rendered, submission.source.text, 0, captions_end.start() if captions_end else end)
    captioned = Captioned(layout)
    # A document without a type is told by its form's name, or by what only a cover has.
    if not known and len(captioned.captions) < (2 if form else _MANY_CAPTIONS):
        raise NotApplicable("no cover page of a form is here")
    span = rendered.source_span(0, end)
    found = read_registrants(captioned, span)
    registrants = found.registrants if any(captioned.of(Kind.NAME)) else _named(submission, layout, found.registrants)
    contact = found.contact or read_contact(captioned, span)
    name = form["type"] or form["bare"] if form else document.type_name
    dates = read_dates(captioned, span, current=name.upper().startswith("8"))
    return CoverPage(
        span=span,
        form_name=rendered.located(*form.span()) if form else _unnamed_form(rendered, end, span),
        amendment=_amendment(document, form, end, span),
        registrants=registrants,
        address=contact.address,
        telephone=contact.telephone,
        former=contact.former,
        date_of_report=dates.date_of_report,
        earliest_event=dates.earliest_event,
        period=dates.period,
        period_start=dates.period_start,
        box_introduction=introduction(rendered, words, begin, end, span),
        boxes=read_boxes(rendered, submission.source.text, words, begin, end, span),
        securities=read_securities(rendered, submission.source.text, words, begin, end, span),
        market_value=_market_value(rendered, words, begin, end, span),
        shares_outstanding=_outstanding(rendered, words, begin, end, span),
        incorporated_documents=_statement(
            rendered, words, "incorporated", _INCORPORATED, begin, end, span, "documents incorporated"
        ),
    )


def _end(words: Lowered, begin: int, limit: int) -> int:
    """Return where the cover that begins before *begin* ends: not at the head of its own second page."""
    for m in words.finditer(_END, begin, limit):
        if not _heads_page(m):
            return m.start()
        last = next((end.start() for end in words.finditer(_END, m.end(), limit) if not _heads_page(end)), limit)
        if not words.search(_MARKED, m.end(), last):
            return m.start()
    return limit


def _heads_page(end: re.Match[str]) -> bool:
    """Tell whether *end* may be a running head: agents put a link to the contents at the top of every page."""
    return end[0].strip().lower().startswith(("table", "index"))


def _form_name(words: Lowered) -> re.Match[str] | None:
    """Return the form's name where the cover prints it, not where its sentences speak of it."""
    text = words.text
    limit = min(len(text), _FORM_BEFORE)
    stop = words.search(_CAPTIONS_END, 0, limit)
    item = words.search(_ITEM, 0, limit)
    limit = min([m.start() for m in (stop, item) if m], default=limit)
    for m in _FORM.finditer(text, 0, limit):
        if not (m["bare"] or "").isdigit() and _SPEAKS.match(text, m.end()) is None:
            return m
    return None


def _unnamed_form(rendered: Rendered, end: int, span: Span) -> Leaf[str]:
    """Return unsure where a line is a form's name but for blanks and signs in it: ``F O R M 8 – K``; else absent."""
    for start, stop in rendered.lines(0, min(end, _FORM_BEFORE)):
        letters = "".join(c for c in rendered.text[start : min(stop, start + 200)] if c.isalnum())
        if _LETTERS_OF_FORM.fullmatch(letters):
            return Unsure(rendered.source_span(start, stop), "form name", "its letters are set apart")
    return Absent(span, "form name")


def _statement(
    rendered: Rendered, words: Lowered, word: str, phrase: Phrase, start: int, end: int, span: Span, what: str
) -> Leaf[str]:
    """Return the line or paragraph in which *phrase*, which has *word* in it, is first found."""
    m = words.search(phrase, start, end) if words.lower.find(word, start, end) >= 0 else None
    if m is None:
        return Absent(span, what)
    first = rendered.text.rfind("\n", start, m.start()) + 1 or start
    ends = _BLANK_LINE if lies_in(laid_out(rendered), m.start()) else _LINE_END
    stop = ends.search(rendered.text, m.end(), min(end, m.end() + 2000))
    return rendered.located(first, stop.start() if stop else m.end())


def _market_value(rendered: Rendered, words: Lowered, begin: int, end: int, span: Span) -> Leaf[str]:
    """Return the paragraph that states the market value held by non-affiliates, or that there is none."""
    what = "aggregate market value"
    found = _statement(rendered, words, "aggregate", _MARKET_VALUE, begin, end, span, what)
    if isinstance(found, Located):
        return found
    return _statement(rendered, words, "no", _NO_MARKET_VALUE, begin, end, span, what)


def _outstanding(rendered: Rendered, words: Lowered, begin: int, end: int, span: Span) -> Leaf[str]:
    """Return the line that says how many shares are outstanding, else the paragraph."""
    what = "number of shares outstanding"
    found = _statement(rendered, words, "outstanding", _OUTSTANDING, begin, end, span, what)
    if isinstance(found, Located):
        return found
    below = _statement(rendered, words, "outstanding", _OUTSTANDING_BELOW, begin, end, span, what)
    if isinstance(below, Located):
        return below
    on_a_day = _statement(rendered, words, "shares", _SHARES_ON_A_DAY, begin, end, span, what)
    head = _head_of_shares(rendered.text, begin, end) if isinstance(on_a_day, Absent) else None
    return Unsure(rendered.source_span(*head), what, "it heads a column") if head else on_a_day


def _head_of_shares(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return where a column beside others is headed "Number of shares of common stock outstanding", line by line."""
    for m in _SHARES_AT_LINE_END.finditer(text, begin, end):
        at = m.end()
        for line in text[at : min(end, at + 600)].split("\n")[:_HEAD_LINES]:
            at += len(line) + 1
            if "  " not in line.strip():
                break
            if "outstanding" in lowered(line):
                return m.start(), at - 1
    return None


def _named(
    submission: Submission, layout: Layout, registrants: tuple[CoverRegistrant, ...]
) -> tuple[CoverRegistrant, ...]:
    """Return *registrants* with a name that no caption points out: the line that gives the header's name."""
    first = registrants[0]
    if not isinstance(first.name, Absent):
        return registrants
    if submission.header is not None:
        expected = {
            _key(party.name.value) for party in header.of(submission).parties if isinstance(party.name, Located)
        }
        for piece in layout.pieces:
            if _key(piece.words) in expected:
                return (replace(first, name=layout.rendered.located(piece.start, piece.end)), *registrants[1:])
    reason = "no caption says which words are the name"
    return (replace(first, name=Unsure(first.name.looked, "registrant's name", reason)), *registrants[1:])


def _key(name: str) -> str:
    """Return what is left of a name without marks, case, state suffix and the forms of a company."""
    words = _MARKS.sub(" ", name.upper().split(" /")[0].replace("'", "").replace("’", "").replace(".", "")).split()
    return " ".join(word for word in words if word not in _FORMS)


def _amendment(document: Document, form: re.Match[str] | None, end: int, span: Span) -> Leaf[str]:
    rendered = document.rendered
    limit = min(end, 5000)
    if "mendment" not in rendered.text[:limit] and "MENDMENT" not in rendered.text[:limit]:
        return rendered.located(*form.span("mark")) if form and form["mark"] else Absent(span, "mark of an amendment")
    m = _AMENDMENT.search(rendered.text, 0, limit) or _AMENDED.search(rendered.text, 0, limit)
    if m:
        return rendered.located(*m.span())
    if form and form["mark"]:
        return rendered.located(*form.span("mark"))
    return Absent(span, "mark of an amendment")
