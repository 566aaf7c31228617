"""HDR006."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule
from filinglint.tables.submission_types import submission_type


@rule(
    "HDR006",
    "header-submission-type-unknown",
    reads=(header,),
    remedy="choose the type from the EDGAR Filer Manual, table of submission types",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3.2 (index to forms) and 7.3"),
    confidence=Confidence.MEDIUM,
)
def submission_type_unknown(stated: Header) -> Iterator[Observation]:
    """The submission type is one that EDGAR accepts.

    EDGAR suspends a submission of a type that it does not know. New types come with new releases of EDGAR:
    a type of last month may be missing from this tool's list.
    """
    form = stated.form.value
    if submission_type(form) is None:
        yield Observation(stated.form, f"'{form}' is not a known submission type")
