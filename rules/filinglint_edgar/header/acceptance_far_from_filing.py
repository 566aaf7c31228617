"""HDR020."""

from collections.abc import Iterator

from filinglint.business_days import filing_date_for, next_business_day
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_RELEASED_LATER = ("UPLOAD", "CORRESP", "LETTER")


@rule(
    "HDR020",
    "header-acceptance-far-from-filing",
    reads=(header,),
    remedy="look up on EDGAR whether the filing date was adjusted",
    authority=Authority("Regulation S-T, Rule 13(a)(2) (17 CFR 232.13(a)(2))", "guidance"),
    severity=Severity.INFO,
)
def acceptance_far_from_filing(stated: Header) -> Iterator[Observation]:
    """A submission is filed as of the business day on which EDGAR accepts it, or of the next when it comes late.

    Another date means that the staff adjusted it, or that the header was edited.
    """
    accepted, filed = stated.accepted.value, stated.filed.value
    if stated.form.value.upper() in _RELEASED_LATER:
        return
    expected = {accepted.date(), filing_date_for(accepted, stated.form.value), next_business_day(accepted.date())}
    if filed not in expected:
        yield Observation(
            stated.filed,
            f"filed as of {filed.isoformat()}, but accepted on {accepted.date().isoformat()} at "
            f"{accepted.time().isoformat('minutes')}",
            related=[(stated.accepted, "the time of acceptance")],
        )
