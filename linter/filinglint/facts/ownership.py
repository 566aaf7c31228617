"""What a statement of ownership (Forms 3, 4 and 5 in XML, since 2003) says: issuer, owners, days, signatures.

Source: EDGAR Ownership XML Technical Specification. The elements are found by our own search: lxml
knows no columns, and statements that are not well formed have been accepted. Nothing is expanded,
nothing is fetched. Statements before 2003 are texts and have none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import TypeVar

from filinglint.documents.document import Body, Document, root_name
from filinglint.documents.references import decode
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.header import as_iso_date
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

T = TypeVar("T")

_LONGEST = 20_000_000
_DEPTH = 60
_LOOK = 65_536
_TOKEN = pattern(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[?!][^<>]*>|<(/?)(?:[\w.-]++:)?([A-Za-z_][\w.-]*+)([^<>]*+)>",
    re.DOTALL,
)
_DAY = pattern(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The company whose securities are owned."""

    span: Span
    cik: Leaf[str]
    name: Leaf[str]
    symbol: Leaf[str]


@dataclass(frozen=True, slots=True)
class Owner:
    """One reporting owner, and the title that an officer gives."""

    span: Span
    cik: Leaf[str]
    name: Leaf[str]
    title: Leaf[str]


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transaction; *derivative* is the table it stands in, ``code`` its transaction code (P, S, A, M …)."""

    span: Span
    derivative: bool
    date: Leaf[date]
    code: Leaf[str]


@dataclass(frozen=True, slots=True)
class OwnerSignature:
    """One signature: the name as signed, and the day (US Eastern)."""

    span: Span
    name: Leaf[str]
    date: Leaf[date]


@dataclass(frozen=True, slots=True)
class Ownership:
    """One statement; owners, transactions and signatures in file order, holdings left out.

    ``period`` is the day of the earliest transaction (Form 4), of the event (Form 3) or the end of the
    fiscal year (Form 5); ``amends`` the day on which the statement that this one amends was filed.
    """

    span: Span
    form: Leaf[str]
    period: Leaf[date]
    amends: Leaf[date]
    issuer: Issuer
    owners: tuple[Owner, ...]
    transactions: tuple[Transaction, ...]
    signatures: tuple[OwnerSignature, ...]


@extractor("ownership")
def ownership(submission: Submission) -> Ownership:
    """Read the statement. Raises NotApplicable when the main document is none in XML."""
    document = submission.main
    if document is None or not is_ownership(document):
        raise NotApplicable("there is no statement of ownership in XML")
    if len(document.content) > _LONGEST:
        raise CannotTell("the statement is longer than any statement of ownership")
    root = _tree(submission.source.text, document.content)
    issuer = root.first("issuer") or _Element("issuer", Span(root.span.start, root.span.start))
    return Ownership(
        span=root.span,
        form=_words(root, "form type", "documentType"),
        period=_day(root, "period of report", "periodOfReport"),
        amends=_day(root, "day of the statement amended", "dateOfOriginalSubmission"),
        issuer=Issuer(
            issuer.span,
            _words(issuer, "CIK of the issuer", "issuerCik"),
            _words(issuer, "name of the issuer", "issuerName"),
            _words(issuer, "trading symbol", "issuerTradingSymbol"),
        ),
        owners=tuple(_owner(element) for element in root.named("reportingOwner")),
        transactions=tuple(_transactions(root)),
        signatures=tuple(
            OwnerSignature(
                element.span,
                _words(element, "name of the signer", "signatureName"),
                _day(element, "day of the signature", "signatureDate"),
            )
            for element in root.named("ownerSignature")
        ),
    )


def is_ownership(document: Document) -> bool:
    """Tell whether *document* is a statement of ownership in XML."""
    if document.body is not Body.XML:
        return False
    start = document.content.start
    head = document.source.text[start : min(document.content.end, start + _LOOK)]
    wrapper = re.match(r"\s*<XML>\s*", head, re.IGNORECASE)
    return root_name(head[wrapper.end() :] if wrapper else head) == "ownershipDocument"


def _owner(element: _Element) -> Owner:
    return Owner(
        element.span,
        _words(element, "CIK of the owner", "rptOwnerCik"),
        _words(element, "name of the owner", "rptOwnerName"),
        _words(element, "title of the officer", "officerTitle"),
    )


def _transactions(root: _Element) -> Iterator[Transaction]:
    for name, derivative in (("nonDerivativeTransaction", False), ("derivativeTransaction", True)):
        for element in root.named(name):
            yield Transaction(
                element.span,
                derivative,
                _day(element, "day of the transaction", "transactionDate"),
                _words(element, "transaction code", "transactionCode"),
            )


@dataclass(slots=True)
class _Element:
    """One element: its place from tag to tag, its text where it holds no other, and its children in order."""

    name: str
    span: Span
    text: str = ""
    content: Span = field(default_factory=lambda: Span(0, 0))
    children: list[_Element] = field(default_factory=list)
    mixed: bool = False

    def named(self, name: str) -> Iterator[_Element]:
        """Yield the elements of that name below this one, outermost first, in file order."""
        for child in self.children:  # _DEPTH bounds it
            if child.name == name:
                yield child
            else:
                yield from child.named(name)

    def first(self, name: str) -> _Element | None:
        return next(self.named(name), None)


def _tree(text: str, span: Span) -> _Element:
    """Return the root of the elements at *span*; one that is not closed ends where the one around it does."""
    top = _Element("", span)
    opened = [top]
    for m in _TOKEN.finditer(text, span.start, span.end):
        name = m[2]
        if name is None:
            opened[-1].mixed = opened[-1].mixed or m[0].startswith("<![CDATA[")
        elif not m[1]:
            element = _Element(name, Span(*m.span()), content=Span(m.end(), m.end()))
            opened[-1].children.append(element)
            if not m[3].endswith("/") and len(opened) < _DEPTH:
                opened.append(element)
        elif any(element.name == name for element in opened[1:]):
            while True:
                element = opened.pop()
                element.content = Span(element.content.start, m.start())
                element.span = Span(element.span.start, m.end())
                element.text = "" if element.children else text[element.content.start : m.start()]
                if element.name == name:
                    break
    for element in opened[1:]:
        element.content = Span(element.content.start, span.end)
        element.span = Span(element.span.start, span.end)
        element.mixed = True
    return top.first("ownershipDocument") or top


def _words(within: _Element, what: str, name: str) -> Leaf[str]:
    """Return the words of the element *name*, or of the ``value`` inside it, where they stand."""
    element = within.first(name)
    if element is None:
        return Absent(within.span, what)
    element = element.first("value") or element
    if element.mixed or element.children:
        # A footnote in place of a value states nothing.
        noted = not element.mixed and all(child.name == "footnoteId" for child in element.children)
        return Absent(element.span, what) if noted else Unsure(element.span, what, "markup stands in it")
    stripped = element.text.strip()
    if not stripped:
        return Absent(element.span, what)
    start = element.content.start + len(element.text) - len(element.text.lstrip())
    return Located(" ".join(decode(stripped).split()), Span(start, start + len(stripped)))


def _day(within: _Element, what: str, name: str) -> Leaf[date]:
    return parsed(_words(within, what, name), what, _as_day, "is no day")


def _as_day(words: str) -> date | None:
    m = _DAY.fullmatch(words)  # a zone behind the day is no part of it
    return as_iso_date(m[1]) if m else None
