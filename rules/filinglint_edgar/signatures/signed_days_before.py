"""SIG010."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_Q, Authority, rule
from filinglint.rule_options import option


@dataclass(frozen=True, slots=True)
class Close:
    """What is close before the filing."""

    days: int = option(10, "a signature so many days before the filing, or fewer, is not stale", minimum=0)


@rule(
    "SIG010",
    "signature-date-stale",
    reads=(signatures, header),
    options=Close,
    remedy="date the signature when it is given",
    authority=Authority("Regulation S-T, Rule 302(b)", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_Q,
)
def signed_days_before(signed: Signatures, stated: Header, options: Close) -> Iterator[Observation]:
    """The date of a signature lies close before the filing.

    More than ten days are often the date of an earlier draft. Late filings are signed late too. A date before
    the event or the end of the period is worse than stale, and is reported as such.
    """
    filed = stated.filed.value
    for block in signed.blocks[:1]:
        day = block.date
        if isinstance(day, Located) and (filed - day.value).days > options.days and not _is_before(day.value, stated):
            yield Observation(
                day,
                f"signed on {day.value.isoformat()}, filed on {filed.isoformat()}",
                related=[(stated.filed, f"filed on {filed.isoformat()}")],
                label=f"signed on {day.value.isoformat()}",
            )


def _is_before(day: date, stated: Header) -> bool:
    """Tell whether *day* lies before the period of report."""
    return isinstance(stated.period, Located) and day < stated.period.value
