"""SIG030."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.frozen import dataclass
from filinglint.rule import Authority, rule
from filinglint.rule_options import option
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.signatures.days import by_day, days_of


@dataclass(frozen=True, slots=True)
class Age:
    """How old a signature may be."""

    days: int = option(90, "a signature so many days before the filing, or fewer, is not old", minimum=1)


@rule(
    "SIG030",
    "registration-statement-signed-long-before",
    reads=(signatures, header),
    options=Age,
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Securities Act, section 6(a) (15 U.S.C. 77f(a)); Regulation S-T, Rule 302(b)"),
    forms=STATEMENTS,
    amendments=False,
)
def registration_signed_long_before(signed: Signatures, stated: Header, options: Age) -> Iterator[Observation]:
    """A registration statement is signed within days of its filing.

    A date of last year is that of the template. Amendments are not looked at: they may repeat the page of the
    statement.
    """
    filed = stated.filed.value
    for first, others in by_day(leaf for leaf in days_of(signed) if (filed - leaf.value).days > options.days):
        yield Observation(
            first,
            f"signed on {first.value.isoformat()}, filed on {filed.isoformat()}",
            related=[
                (stated.filed, f"filed on {filed.isoformat()}"),
                *((leaf, "signed on the same day") for leaf in others[:3]),
            ],
        )
