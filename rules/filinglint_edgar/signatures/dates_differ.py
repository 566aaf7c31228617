"""SIG011."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import TEN_K, Authority, rule

_DAYS = 60


@rule(
    "SIG011",
    "signature-dates-differ",
    reads=(signatures,),
    remedy="correct the date that is wrong",
    authority=Authority("Form 10-K, General Instruction D(2); Regulation S-T, Rule 302(b)"),
    forms=TEN_K | {"20-F"},
)
def dates_differ(signed: Signatures) -> Iterator[Observation]:
    """The persons who sign an annual report sign it within days of each other.

    Months between two of them are a date left from the last report, or the wrong year.
    """
    dates = [signer.date for signer in signed.signers if isinstance(signer.date, Located)]
    if not dates:
        return
    last = max(dates, key=lambda leaf: leaf.value)
    odd = next((leaf for leaf in dates if (last.value - leaf.value).days > _DAYS), None)
    if odd is not None:
        yield Observation(
            odd,
            f"one signature is of {odd.value.isoformat()}, another of {last.value.isoformat()}",
            related=[(last, f"signed on {last.value.isoformat()}")],
            label=f"signed on {odd.value.isoformat()}",
        )
