"""The certifications of officers under sections 302 and 906 of the Sarbanes-Oxley Act.

Source: Item 601(b)(31) and (32) of Regulation S-K, Rules 13a-14 and 15d-14, Releases 33-8124 (2002) and
33-8238 (2003). From August 2002 to August 2003 they stood in the report itself, after its signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from filinglint.dates import find_dates
from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.layout import Layout
from filinglint.facts.members import few, members
from filinglint.facts.signature_entry import Signer
from filinglint.facts.signers import Signed
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

Kind = Literal["302", "906", "302-abs"]

_CERTIFY = pattern(r"\bcertif(?:y|ies)\b(?:,?\s{1,9}that)?\s{0,9}:?")
_SECTION = pattern(
    r"\bsections?\s{1,9}(302|906)\b|\b18\s{1,9}u\.?\s?s\.?\s?c\.?[\s,]{1,9}(?:sections?\s{1,9}|§{1,2}\s{0,9})?(\d{3,4})\b",
    re.IGNORECASE,
)
_APART = 30  # characters: "sections 302 and 906", "section 906 and section 302"
_HEADING_ABOVE = 500
_I = pattern(r"\bI\b,?\s{1,9}(?=[^\s,;:(])")
_NAME = pattern(r"[^,;:\n(]{3,70}?(?:,\s{0,3}(?:Jr|Sr|II|III|IV|M\.\s?D|Ph\.\s?D|Esq)\b\.?)?(?=\s*(?:[,(]|$))")
_ADVERBS = pattern(r"[\s,]{0,9}(?:\bdo\s{1,9})?(?:\bhereby\b)?\s{0,9}\Z")
_FARTHEST_I = 500
_906 = pattern(r"\bsection\s+1350\b|§\s*1350\b|\bsection\s+906\b|\bfully\s+compl(?:ies|y|ied)\s+with\b", re.IGNORECASE)
_302 = pattern(r"\bI\s+have\s+reviewed\b|\bdisclosure\s+controls\s+and\s+procedures\b", re.IGNORECASE)
_ABS = pattern(
    r"\bdistribution\s+(?:or\s+servicing\s+)?(?:reports?|information)\b|\bservicing\s+(?:information|criteria)", re.I
)
_ELEMENTS_302 = {
    "1": r"\bI\s+have\s+reviewed\b",
    "2": r"\buntrue\s+statements?\s+of\s+(?:a\s+)?material\s+facts?\b",
    "3": r"\bfairly\s+(?:re)?presents?\b",
    "4": r"\bresponsible\s+for\s+establishing\s+and\s+maintaining\b",
    "4-icfr": r"\binternal\s+controls?\s+over\s+financial\s+reporting\s+\(as\s+defined\b",
    "4-others": r"\bother\s+certifying\s+officers?\b",
    "4a": r"\bdesign(?:ed)?\s+such\s+disclosure\s+controls\b",
    "4b": r"\bdesign(?:ed)?\s+such\s+internal\s+controls?\s+over\b",
    "4c": r"\bevaluated\s+the\s+effectiveness\b",
    "4d": r"\bdisclosed\s+in\s+(?:this|the)\s+(?:\w+\s+)?report\s+any\s+changes?\b",
    "5": r"\bdisclosed,?\s+based\s+(?:up)?on\s+(?:our|my)\s+most\s+recent\s+evaluation\b",
    "5a": r"\ball\s+significant\s+deficiencies\b",
    "5b": r"\bany\s+fraud,?\s+whether\s+or\s+not\s+material\b",
    "6": r"\bsignificant\s+changes\s+in\s+internal\s+controls\b",
}
_ELEMENTS_906 = {
    "ref": r"\bsection\s+1350\b|§\s*1350\b|\bsection\s+906\b",
    "1": r"\bfully\s+compl(?:ies|y|ied)\s+with\b",
    "2": r"\bfairly\s+presents?\b",
}
_COMPILED = {
    "302": {name: pattern(words, re.IGNORECASE) for name, words in _ELEMENTS_302.items()},
    "906": {name: pattern(words, re.IGNORECASE) for name, words in _ELEMENTS_906.items()},
}
_FORM = pattern(
    r"\bform\s{1,9}(?:10-?[KQD](?:SB|T)?|10-?[KQ]SB|20-?F|40-?F|11-?K|8-?K|6-?K|N-CSRS?)(?:\s?/\s?A)?", re.IGNORECASE
)
_REPORT = pattern(r"\b(?:annual|quarterly|transition|periodic)\s{1,9}report\b", re.IGNORECASE)
# "the registrant's fourth fiscal quarter in the case of an annual report" stands in every certification.
_IN_CASE = pattern(r"\bcase\s{1,20}of\s{1,20}an\s{1,20}\Z", re.IGNORECASE)
_END_OF_NAME = (
    r"(?=\s{0,9}(?:[;(]|,?\s{1,9}(?:for|as\s{1,9}filed|on\s{1,9}form|filed|as\s{1,9}amended"
    r"|a\s{1,9}\w{1,40}\s{1,9}(?:corporation|limited))\b"
    r"|,\s{1,9}(?:each|the)\b|\.\s|\.?$|\n\s{0,9}(?:2|\([a-z2])))"
)
_OF = pattern(
    r"(?:,?\s*\(?as\s+amended\)?,?)?(?:,?\s+for\s+the\s[^;.]{0,40}?\bended:?\s{1,9}[A-Z][a-z]{2,8}\s{1,9}\d{1,2},?\s{1,9}\d{4},?)?"
    rf"\s*\b(?:of|by)\b\s{{1,9}}(?P<name>[^;]{{2,160}}?){_END_OF_NAME}",
    re.IGNORECASE,
)
_REPORT_OF = pattern(rf"\breport\s{{1,9}}of\s{{1,9}}(?P<name>[^;]{{2,160}}?){_END_OF_NAME}", re.IGNORECASE)
_PERIOD = pattern(r"\b(?:periods?|years?|quarters?|months?)\s{1,9}(?:ended|ending)\b[\s,:]{0,9}", re.IGNORECASE)
_SHORT = pattern(r"\b(?:inc|corp|co|ltd|l\.p|l\.l\.c|n\.a|n\.v|s\.a|lp)\Z", re.IGNORECASE)
_NAMELESS = pattern(
    r"(?:the|our|this|said)\s+(?:above\W{0,3})?(?:company|registrant|issuer|corporation|partnership|trust|fund|bank|undersigned)\b"
    r"(?!\s+[A-Z])",
    re.IGNORECASE,
)
_NUMBER = pattern(r"^[ \t]*(?P<number>\(?[1-9][.)]|\(?[a-e]\))(?=\s|[A-Z])", re.MULTILINE)
_HEADING = pattern(r"^[ \t]*(?:exhibit\b|certifications?\b)", re.IGNORECASE | re.MULTILINE)
_SNIFF = 4000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph: its number as ``1`` … ``6`` or ``4a``, and the place of the number."""

    number: str
    at: Located[str]


@dataclass(frozen=True, slots=True)
class Element:
    """A statement that the certification should make, under its id.

    Ids of section 302: ``1`` to ``5b``, ``4-icfr`` (internal control named in paragraph 4), ``4-others`` (the other
    certifying officers) and ``6`` (until 2003);
    of section 906: ``ref``, ``1`` and ``2``. ``words`` is a telling phrase of it.
    """

    id: str
    words: Leaf[str]


@dataclass(frozen=True, slots=True)
class Certification:
    """One officer's certification under section 302, or one under section 906, which several may sign.

    ``certifier`` is the name in "I, …, certify"; ``first_line`` is what stands between that name and
    "certify", as a rule a title that should not be there. ``report`` is how the report is called
    ("annual report"); ``form``, ``registrant`` and ``period`` are those it names. ``sections`` are the sections of the
    Sarbanes-Oxley Act that it, or its heading, names alone, ``302`` or ``906``, in order.
    """

    document: Document
    kind: Kind
    span: Span
    certifier: Leaf[str]
    first_line: Leaf[str]
    report: Leaf[str]
    form: Leaf[str]
    registrant: Leaf[str]
    period: Leaf[date]
    paragraphs: tuple[Paragraph, ...]
    elements: tuple[Element, ...]
    signers: tuple[Signer, ...]
    date: Leaf[date]
    sections: tuple[Located[str], ...]

    def element(self, name: str) -> Leaf[str]:
        """Return the telling words of the element *name*. Raises KeyError when this kind has no such element."""
        for element in self.elements:
            if element.id == name:
                return element.words
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Certifications:
    """All certifications of a submission in order of their documents.

    ``unread`` are documents of type EX-31 or EX-32 in which none could be found.
    """

    certifications: tuple[Certification, ...]
    unread: tuple[Document, ...]

    def of_kind(self, kind: Kind) -> tuple[Certification, ...]:
        """Return those under one section."""
        return tuple(each for each in self.certifications if each.kind == kind)


@extractor("certifications")
def certifications(submission: Submission) -> Certifications:
    """Read the certifications, wherever they stand: in exhibits, or in the report itself.

    Raises CannotTell when a document would have too many, or one of them too many paragraphs.
    """
    found: list[Certification] = []
    unread: list[Document] = []
    most = members.of(submission)
    for document in submission.filed_documents:
        if not document.readable:
            continue
        declared = document.type_name.startswith(("EX-31", "EX-32"))
        if not declared and not _may_certify(document):
            continue
        here = list(_read(document, submission.source.text, most, declared=declared))
        found += here
        if declared and not here:
            unread.append(document)
    return Certifications(tuple(found), tuple(unread))


def _may_certify(document: Document) -> bool:
    """Tell whether a document that is no EX-31 or EX-32 is worth a look."""
    name = document.type_name
    if name.startswith("EX-") and not name.startswith(("EX-99", "EX-12", "EX-13")):
        return False
    if name.startswith(("10-K", "10-Q", "20-F", "40-F", "10-D")) or not name:
        return "certify" in document.rendered.text
    text = document.source.text
    head = text[document.content.start : min(document.content.end, document.content.start + 3 * _SNIFF)]
    return name.startswith("EX-") and "ertif" in head and ("arbanes" in head or "ARBANES" in head or "1350" in head)


def _read(document: Document, source: str, most: int, *, declared: bool) -> Iterator[Certification]:
    rendered = document.rendered
    text = rendered.text
    anchors = list(few(_openings(text, declared=declared), most, "certifications"))
    own = [each for each in anchors if _302.search(text, each.end, each.end + 600)]
    if own:
        for index, each in enumerate(own):
            end = own[index + 1].start if index + 1 < len(own) else len(text)
            headings = [h.start() for h in _HEADING.finditer(text, each.end, end)] if index + 1 < len(own) else []
            yield _Reader(document, source, most, "302", each, each.start, headings[-1] if headings else end).read()
        return
    if not declared and not (len(text) < 3 * _SNIFF and _906.search(text)):
        return
    if _906.search(text):
        yield _Reader(document, source, most, "906", anchors[0] if anchors else None, 0, len(text)).read()
    elif anchors:
        yield _Reader(document, source, most, "302", anchors[0], anchors[0].start, len(text)).read()


@dataclass(frozen=True, slots=True)
class _Opening:
    """The words "I, Ann Doe, …, certify that:" from *start* to *end*: the name, and what follows it."""

    start: int
    end: int
    name: Range
    more: Range


def _openings(text: str, *, declared: bool) -> Iterator[_Opening]:
    """Yield the openings of certifications; in documents not *declared* as such only those of section 302."""
    last = 0
    for m in _CERTIFY.finditer(text):
        if not declared and _302.search(text, m.end(), m.end() + 300) is None:
            continue
        person = _I.search(text, max(last, m.start() - _FARTHEST_I), m.start())
        if person is None:
            continue
        adverbs = _ADVERBS.search(text[person.end() : m.start()])
        stop = person.end() + adverbs.start() if adverbs else m.start()
        name = _NAME.match(text[person.end() : stop])
        if name is None:
            continue
        end = person.end() + name.end()
        yield _Opening(person.start(), m.end(), _bare(text, person.end(), end), _bare(text, end, stop))
        last = m.end()


def _bare(text: str, start: int, end: int) -> Range:
    """Return ``[start, end)`` without blanks and commas at its ends."""
    while start < end and text[start] in " ,\n\t":
        start += 1
    while end > start and text[end - 1] in " ,\n\t":
        end -= 1
    return start, end


class _Reader:
    def __init__(
        self,
        document: Document,
        source: str,
        most: int,
        kind: Literal["302", "906"],
        first: _Opening | None,
        start: int,
        end: int,
    ) -> None:
        self._document, self._source = document, source
        self._rendered: Rendered = document.rendered
        self._text = self._rendered.text
        self._first, self._start, self._end = first, start, end
        self._section, self._most = kind, most
        abs_kind = kind == "302" and _ABS.search(self._text, start, end) is not None
        self._kind: Kind = "302-abs" if abs_kind else kind
        self._span = self._rendered.source_span(start, end)

    def read(self) -> Certification:
        found = {
            name: words.search(self._text, self._start, self._end) for name, words in _COMPILED[self._section].items()
        }
        elements = tuple(
            Element(name, self._rendered.located(*m.span()) if m else Absent(self._span, f"paragraph {name}"))
            for name, m in found.items()
        )
        signed = self._signed(found)
        day = self._date(signed)
        reports = _REPORT.finditer(self._text, self._start, self._end)
        report = next((m for m in reports if not _IN_CASE.search(self._text[max(0, m.start() - 40) : m.start()])), None)
        form = _FORM.search(self._text, self._start, self._end)
        return Certification(
            document=self._document,
            kind=self._kind,
            span=self._span,
            certifier=self._certifier(),
            first_line=self._first_line(),
            report=self._leaf(report, "kind of report"),
            form=self._leaf(form, "form"),
            registrant=self._registrant(form),
            period=self._period(),
            paragraphs=tuple(few(self._paragraphs(), self._most, "paragraphs of a certification")),
            elements=elements,
            signers=tuple(signer for _, signer in signed.signers(day)),
            date=day,
            sections=tuple(few(self._sections(), self._most, "sections named in a certification")),
        )

    def _sections(self) -> Iterator[Located[str]]:
        """Yield the sections named in the certification and in the heading above, but for those named together.

        They are those of the Act, and that of Title 18 of the U.S. Code which section 906 made.
        """
        above = max(0, self._start - _HEADING_ABOVE)
        begin = max(above, self._text.rfind("/s/", above, self._start))
        for m in _SECTION.finditer(self._text, begin, self._end):
            around = self._text[max(begin, m.start() - _APART) : m.end() + _APART]
            if m[2] or ("302" in around) != ("906" in around):
                yield self._rendered.located(*m.span(m.lastindex or 0))

    def _leaf(self, m: re.Match[str] | None, what: str) -> Leaf[str]:
        return self._rendered.located(*m.span()) if m else Absent(self._span, what)

    def _signed(self, found: dict[str, re.Match[str] | None]) -> Signed:
        """Return who signed below the last statement."""
        last = max((m.end() for m in found.values() if m), default=self._first.end if self._first else self._start)
        after = re.compile(r"\n" if self._rendered.html else r"\n[ \t]*\n").search(self._text, last, self._end)
        start = after.end() if after else last
        layout = Layout(self._rendered, self._source, start, self._end)
        return Signed(layout, start, self._rendered.source_span(start, self._end))

    def _date(self, signed: Signed) -> Leaf[date]:
        values = {leaf.value for _, leaf in signed.dates if isinstance(leaf, Located)}
        if len(values) == 1:
            return next(leaf for _, leaf in signed.dates if isinstance(leaf, Located))
        if signed.dates:
            return Unsure(signed.span, "date of the certification", "several dates stand there, or one in no calendar")
        return Absent(signed.span, "date of the certification")

    def _certifier(self) -> Leaf[str]:
        if self._first is None:
            return Absent(self._span, "name of the certifying officer")
        return self._rendered.located(*self._first.name)

    def _first_line(self) -> Leaf[str]:
        what = "words between name and 'certify'"
        if self._first is None:
            return Absent(self._span, what)
        start, end = self._first.more
        if start == end:
            return Absent(self._rendered.source_span(start, end), what)
        return self._rendered.located(start, end)

    def _registrant(self, form: re.Match[str] | None) -> Leaf[str]:
        found = [
            self._name(*m.span("name"))
            for m in (
                _OF.match(self._text, form.end(), self._end) if form else None,
                _REPORT_OF.search(self._text, self._start, self._end),
            )
            if m
        ]
        named = next((leaf for leaf in found if isinstance(leaf, Located)), None)
        return named or (found[0] if found else Unsure(self._span, "registrant", "no name follows the report's"))

    def _name(self, start: int, end: int) -> Leaf[str]:
        """Return the name at ``[start, end)`` with the full stop of its last short word."""
        if _NAMELESS.match(self._text, start, end):
            return Unsure(self._rendered.source_span(start, end), "registrant", "it is named elsewhere")
        if self._text[end : end + 1] == "." and _SHORT.search(self._text, start, end):
            end += 1
        return self._rendered.located(start, end)

    def _period(self) -> Leaf[date]:
        what = "period of the report"
        for m in _PERIOD.finditer(self._text, self._start, self._end):
            each = next(find_dates(self._text[m.end() : m.end() + 60]), None)
            if each is not None and each.start <= 3:
                span = self._rendered.source_span(m.end() + each.start, m.end() + each.end)
                if each.date is None:
                    return Unsure(span, what, f"'{each.text}' is in no calendar")
                return Located(each.date, span)
        return Absent(self._span, what)

    def _paragraphs(self) -> Iterator[Paragraph]:
        """Yield the numbers at the heads of lines; letters belong to the number before them."""
        over = ""
        for m in _NUMBER.finditer(self._text, self._start, self._end):
            mark = m["number"].strip("().")
            if mark.isdigit():
                over = mark
                number = mark
            else:
                number = over + mark
            yield Paragraph(number, self._rendered.located(*m.span("number")))
