"""What a statement of ownership (Forms 3, 4 and 5 in XML, since 2003) says: issuer, owners, days, signatures.

Source: EDGAR Ownership XML Technical Specification. The elements are found by our own search: lxml
knows no columns, and statements that are not well formed have been accepted. Nothing is expanded,
nothing is fetched. Statements before 2003 are texts and have none of this.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.elements import Element, day, said, tree, words
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, Leaf, Located, NotApplicable, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

_LONGEST = 20_000_000
_TRUE = frozenset(("1", "true"))
_FOOTNOTE = pattern(r"<footnote\s{1,9}id\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,40})[\"']")
_SHARES, _OWNED = "transactionShares", "sharesOwnedFollowingTransaction"
_AMOUNTS = (_SHARES, _OWNED, "underlyingSecurityShares")
_PRICES = ("transactionPricePerShare", "conversionOrExercisePrice")
_NEGATIVE = pattern(r"-\s{0,3}[\d.,]{0,40}[1-9][\d.,]{0,40}")
_AMOUNT = pattern(r"\d{1,3}(?:,?\d{3}){0,5}(?:\.\d{1,12})?|\d{1,18}(?:\.\d{1,12})?")
_REFERENCE = pattern(r"<footnoteId\s{1,9}id\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,40})[\"']")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The company whose securities are owned."""

    span: Span
    cik: Leaf[str]
    name: Leaf[str]
    symbol: Leaf[str]


@dataclass(frozen=True, slots=True)
class Owner:
    """One reporting owner: the code of the state or country of the address, and the title that an officer gives.

    The last four are the boxes of the relationship to the issuer; a box that is left out is absent.
    """

    span: Span
    cik: Leaf[str]
    name: Leaf[str]
    state: Leaf[str]
    title: Leaf[str]
    director: Leaf[bool]
    officer: Leaf[bool]
    ten_percent_owner: Leaf[bool]
    other: Leaf[bool]

    @property
    def has_role(self) -> bool:
        """Whether a box of the relationship is marked."""
        boxes = (self.director, self.officer, self.ten_percent_owner, self.other)
        return any(isinstance(box, Located) and box.value for box in boxes)


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transaction; *derivative* is the table it stands in, ``code`` its transaction code (P, S, A, M …).

    ``direction`` is ``A`` for securities acquired, ``D`` for those disposed of; ``shares`` is how many, ``owned`` how
    many are owned afterwards, and ``explained`` whether a footnote stands at one of these.
    """

    span: Span
    derivative: bool
    date: Leaf[date]
    code: Leaf[str]
    direction: Leaf[str]
    shares: Leaf[Decimal]
    owned: Leaf[Decimal]
    explained: bool


@dataclass(frozen=True, slots=True)
class OwnerSignature:
    """One signature: the name as signed, and the day (US Eastern)."""

    span: Span
    name: Leaf[str]
    date: Leaf[date]


@dataclass(frozen=True, slots=True)
class Ownership:
    """One statement; owners, transactions and signatures in file order, holdings left out.

    ``period`` is the day of the earliest transaction (Form 4), of the event (Form 3) or the end of the fiscal year
    (Form 5); ``amends`` the day on which the statement that this one amends was filed. ``unexplained`` are the
    marks of footnotes that the statement does not have, each once, ``unused`` those of footnotes to which nothing
    refers. ``negative`` are numbers of securities below zero, ``negative_prices`` such prices, ``unnatured`` the
    marks of ownership called indirect whose nature is not said.
    """

    span: Span
    form: Leaf[str]
    period: Leaf[date]
    amends: Leaf[date]
    issuer: Issuer
    owners: tuple[Owner, ...]
    transactions: tuple[Transaction, ...]
    signatures: tuple[OwnerSignature, ...]
    unexplained: tuple[Located[str], ...]
    unused: tuple[Located[str], ...]
    negative: tuple[Located[str], ...]
    negative_prices: tuple[Located[str], ...]
    unnatured: tuple[Located[str], ...]


@extractor("ownership")
def ownership(submission: Submission) -> Ownership:
    """Read the statement. Raises NotApplicable when the main document is none in XML."""
    document = submission.main
    if document is None or not is_ownership(document):
        raise NotApplicable("there is no statement of ownership in XML")
    if len(document.content) > _LONGEST:
        raise CannotTell("the statement is longer than any statement of ownership")
    root = tree(submission.source.text, document.content, "ownershipDocument")
    issuer = root.first("issuer") or Element("issuer", Span(root.span.start, root.span.start))
    return Ownership(
        span=root.span,
        form=words(root, "form type", "documentType"),
        period=day(root, "period of report", "periodOfReport"),
        amends=day(root, "day of the statement amended", "dateOfOriginalSubmission"),
        issuer=Issuer(
            issuer.span,
            words(issuer, "CIK of the issuer", "issuerCik"),
            words(issuer, "name of the issuer", "issuerName"),
            words(issuer, "trading symbol", "issuerTradingSymbol"),
        ),
        owners=tuple(_owner(element) for element in root.named("reportingOwner")),
        transactions=tuple(_transactions(root)),
        signatures=tuple(
            OwnerSignature(
                element.span,
                words(element, "name of the signer", "signatureName"),
                day(element, "day of the signature", "signatureDate"),
            )
            for element in root.named("ownerSignature")
        ),
        unexplained=tuple(_unexplained(submission.source.text, document.content)),
        unused=tuple(_unused(submission.source.text, document.content)),
        negative=tuple(_negative(root, _AMOUNTS)),
        negative_prices=tuple(_negative(root, _PRICES)),
        unnatured=tuple(_unnatured(root)),
    )


def is_ownership(document: Document) -> bool:
    """Tell whether *document* is a statement of ownership in XML."""
    return document.root == "ownershipDocument"


def _owner(element: Element) -> Owner:
    return Owner(
        element.span,
        words(element, "CIK of the owner", "rptOwnerCik"),
        words(element, "name of the owner", "rptOwnerName"),
        words(element, "state of the owner", "rptOwnerState"),
        words(element, "title of the officer", "officerTitle"),
        _box(element, "isDirector"),
        _box(element, "isOfficer"),
        _box(element, "isTenPercentOwner"),
        _box(element, "isOther"),
    )


def _box(owner: Element, name: str) -> Leaf[bool]:
    what = f"box {name}"
    return parsed(words(owner, what, name), what, lambda said: said.lower() in _TRUE)


def _unexplained(text: str, span: Span) -> Iterator[Located[str]]:
    explained = {m[1] for m in _FOOTNOTE.finditer(text, span.start, span.end)}
    for m in _REFERENCE.finditer(text, span.start, span.end):
        if m[1] not in explained:
            explained.add(m[1])
            yield Located(m[1], Span(*m.span(1)))


def _unused(text: str, span: Span) -> Iterator[Located[str]]:
    used = {m[1] for m in _REFERENCE.finditer(text, span.start, span.end)}
    for m in _FOOTNOTE.finditer(text, span.start, span.end):
        if m[1] not in used:
            yield Located(m[1], Span(*m.span(1)))


def _negative(root: Element, names: tuple[str, ...]) -> Iterator[Located[str]]:
    for name in names:
        for element in root.named(name):
            amount = said(element, "amount")
            if isinstance(amount, Located) and _NEGATIVE.fullmatch(amount.value):
                yield amount


def _unnatured(root: Element) -> Iterator[Located[str]]:
    for element in root.named("ownershipNature"):
        held = words(element, "whether direct or indirect", "directOrIndirectOwnership")
        nature = element.first("natureOfOwnership")
        told = nature is not None and (nature.text.strip() or any(each.text.strip() for each in nature.children))
        noted = nature is not None and nature.first("footnoteId") is not None
        if isinstance(held, Located) and held.value == "I" and not told and not noted:
            yield held


def _transactions(root: Element) -> Iterator[Transaction]:
    for name, derivative in (("nonDerivativeTransaction", False), ("derivativeTransaction", True)):
        for element in root.named(name):
            yield Transaction(
                element.span,
                derivative,
                day(element, "day of the transaction", "transactionDate"),
                words(element, "transaction code", "transactionCode"),
                words(element, "whether acquired or disposed of", "transactionAcquiredDisposedCode"),
                _amount(element, "number of securities", _SHARES),
                _amount(element, "number owned afterwards", _OWNED),
                _noted(element, _SHARES) or _noted(element, _OWNED),
            )


def _noted(transaction: Element, name: str) -> bool:
    element = transaction.first(name)
    return element is not None and element.first("footnoteId") is not None


def _amount(transaction: Element, what: str, name: str) -> Leaf[Decimal]:
    return parsed(words(transaction, what, name), what, _as_number, "is no number")


def _as_number(said: str) -> Decimal | None:
    return Decimal(said.replace(",", "")) if _AMOUNT.fullmatch(said) else None
