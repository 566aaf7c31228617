"""COV086."""

from collections.abc import Iterator

from filinglint.facts.cover_provisions import CoverProvision, cover_provisions
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS


@rule(
    "COV086",
    "cover-provision-differs",
    reads=(cover_provisions,),
    remedy="name the rule or section that the form names in this sentence",
    authority=Authority(
        "Securities Act Rule 401(a) (17 CFR 230.401(a)); Exchange Act Rule 12b-10 (17 CFR 240.12b-10); the form"
    ),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS | {"20-F"},
)
def provision_differs(named: tuple[CoverProvision, ...]) -> Iterator[Observation]:
    """The fixed sentences of a cover name the rules and sections that they have on the form.

    A delayed offering is one under Rule 415, additional securities are registered under Rule 462(b). Two figures that
    change places make it another rule, or none.
    """
    for each in named:
        if not each.fits:
            right = " or ".join(each.fixed)
            yield Observation(each.number, f"the cover names '{each.number.value}', the form {right} in this sentence")
