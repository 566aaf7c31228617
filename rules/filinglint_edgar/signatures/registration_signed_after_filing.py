"""SIG027."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.signatures.days import days_of


@rule(
    "SIG027",
    "registration-statement-signed-after-filing",
    reads=(signatures, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority("Regulation S-T, Rule 302(b)"),
    forms=STATEMENTS | {"POS AM", "POSASR", "S-8 POS", "S-4 POS", "S-3DPOS"},
)
def registration_signed_after_filing(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """A registration statement is signed before, or when, it is filed.

    A later date cannot be the day on which it was signed.
    """
    filed = stated.filed.value
    late = [leaf for leaf in days_of(signed) if leaf.value > filed]
    for value in sorted({leaf.value for leaf in late}):
        first, *others = [leaf for leaf in late if leaf.value == value]
        yield Observation(
            first,
            f"signed on {value.isoformat()}, filed on {filed.isoformat()}",
            related=[
                (stated.filed, f"filed on {filed.isoformat()}"),
                *((leaf, "signed on the same day") for leaf in others[:3]),
            ],
            label=f"signed on {value.isoformat()}",
        )
