"""EXH038."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_FEES = ("EX-FILING", "EX-107")


@rule(
    "EXH038",
    "filing-fee-exhibit-missing",
    reads=(submission, header),
    remedy="attach the calculation of the filing fee as Exhibit 107",
    authority=Authority(
        "Regulation S-K, Item 601(b)(107) (17 CFR 229.601(b)(107)); Release 33-10997", effective_from=date(2022, 3, 1)
    ),
    forms=STATEMENTS - {"S-3D", "F-3D"},
    amendments=False,
    kinds=frozenset(("submission", "draft")),
)
def fees_missing(filing: Submission, stated: Header) -> Iterator[Observation]:
    """A registration statement has the calculation of its filing fee as an exhibit.

    Since 2022 the table stands no longer on the facing page. An amendment that registers nothing more has none.
    """
    if not any(document.type_name.startswith(_FEES) for document in filing.documents):
        yield Observation(stated.form, f"the {stated.form.value} has no Exhibit 107 with the calculation of its fee")
