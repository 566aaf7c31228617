"""SIG009."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.rule import TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.signatures.days import days_of, signed_beside


@rule(
    "SIG009",
    "signed-before-period-end",
    reads=(signatures, header, reported_period),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Form 10-K, General Instruction D(2); Form 10-Q, General Instruction G"),
    forms=TEN_K | TEN_Q | {"20-F"},
)
def signed_before_period_end(signed: Signatures, stated: Header, reported: ReportedPeriod) -> Iterator[Observation]:
    """An annual or quarterly report is signed after the end of its period.

    What the period brought is not known before. In January and February the year is often the old one.
    """
    end, filed = reported.end.value, stated.filed.value
    if end > filed:
        return
    early = (leaf for leaf in days_of(signed) if leaf.value < end)
    yield from signed_beside(early, reported.end, "the period ended on")
