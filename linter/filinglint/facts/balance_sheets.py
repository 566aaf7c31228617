"""The two totals of each balance sheet in a document, column by column.

A row is read from its label to the next letter: in the tables of many filings each cell is a paragraph of its own.
Percentages between the columns are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_LABELS = (sign("Total assets"), sign("Total Assets"), sign("TOTAL ASSETS"))
_ASSETS = pattern(r"T(?:otal [Aa]ssets|OTAL ASSETS)(?=[\s.:$\d(])")
_CLAIMS = pattern(
    r"T(?i:otal\s{1,40}liabilities(?:,|\s{1,40}(?:and\b|&))[^\d\t;]{0,160}?"
    r"\b(?:equity|deficit|deficiency|capital|investment)(?![a-z])(?:\s{0,9}\([a-z' ]{3,40}\))?)"
    r"[^\d\t;.$(]{0,60}?(?=\s{0,9}[\t.$\d(]|[ ]{2}|\n)"
)
_ROW = pattern(r"[\s.:$\d,()%—–\-]{1,600}")
_AMOUNT = pattern(r"\(?(\d{1,3}(?:,\d{3})+|\d{1,9})\)?(?![\d,]|\.\d|[\s)]{0,4}%)")
_FAR = 9000  # code points from one total to the other


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """What a balance sheet gives as total assets, and as all liabilities and equity, in the order of its columns.

    ``claims`` may be fewer than ``assets`` and are never more: behind the last row stands the number of the page.
    """

    assets: tuple[Located[str], ...]
    claims: tuple[Located[str], ...]


@document_extractor("balance_sheets")
def balance_sheets(submission: Submission, document: Document) -> tuple[BalanceSheet, ...]:  # noqa: ARG001
    """Read the totals of each balance sheet, in reading order. Raises NotApplicable for bodies that nobody reads."""
    return tuple(_sheets(readable(document).rendered))


def _sheets(rendered: Rendered) -> Iterator[BalanceSheet]:
    text = rendered.text
    totals = sorted(m.span() for label in _LABELS for m in rendered.signs.matches(label, _ASSETS))
    ends = [start for start, _ in totals[1:]] + [len(text)]
    for (_, start), after in zip(totals, ends, strict=False):
        assets = tuple(_amounts(rendered, start))
        claims = _CLAIMS.search(text, start, min(after, start + _FAR)) if assets else None
        if claims is not None:
            yield BalanceSheet(assets, tuple(_amounts(rendered, claims.end()))[: len(assets)])


def _amounts(rendered: Rendered, start: int) -> Iterator[Located[str]]:
    """Yield the amounts of the row whose label ends at *start*."""
    row = _ROW.match(rendered.text, start)
    for m in _AMOUNT.finditer(rendered.text, start, row.end()) if row else ():
        yield rendered.located(*m.span(1))
