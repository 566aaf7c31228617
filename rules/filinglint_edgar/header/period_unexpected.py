"""HDR044."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.submission_types import expected_header


@rule(
    "HDR044",
    "header-period-unexpected",
    reads=(header,),
    remedy="choose the form that has a period",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (period of report)", "should"),
    severity=Severity.INFO,
)
def period_unexpected(stated: Header) -> Iterator[Observation]:
    """Only the forms that report on a period or an event state one.

    A period on another form is left from a template, or the form is not the one that was meant.
    """
    expected = expected_header(stated.form.value)
    if expected is not None and expected.period == "none" and expected.firm and stated.period.value:
        yield Observation(
            stated.period,
            f"a submission of type '{stated.form.value}' has no period of report, the header states "
            f"{stated.period.value.isoformat()}",
            related=[(stated.form, f"the submission type is '{stated.form.value}'")],
        )
