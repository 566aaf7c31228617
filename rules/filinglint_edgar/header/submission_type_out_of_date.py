"""HDR047."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.submission_types import submission_type


@rule(
    "HDR047",
    "header-submission-type-out-of-date",
    reads=(header,),
    remedy="choose the type that is in force",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3.2 (index to forms)", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
)
def submission_type_out_of_date(stated: Header) -> Iterator[Observation]:
    """A submission is of a type that was in force when it was filed.

    Types of withdrawn forms keep working for reports of old periods.
    """
    kind = submission_type(stated.form.value)
    if kind is not None and not kind.in_force(stated.filed.value):
        yield Observation(
            stated.form,
            f"'{stated.form.value}' was no submission type on {stated.filed.value.isoformat()}",
            related=[(stated.filed, f"filed as of {stated.filed.value.isoformat()}")],
        )
