"""HDR048."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "HDR048",
    "header-acceptance-time-missing",
    reads=(header,),
    remedy="take the submission from EDGAR again",
    authority=Authority(
        "EDGAR Public Dissemination Service, technical specification: ACCEPTANCE-DATETIME",
        "should",
        effective_from=date(2002, 3, 1),
    ),
    severity=Severity.INFO,
)
def accepted_missing(stated: Header) -> Iterator[Observation]:
    """A disseminated submission says when EDGAR accepted it.

    The filing date follows from it. The line is lost where a header was copied without its first line.
    """
    # The feed's own layout has no such line.
    labelled = any(line.label in ("SEC HEADER", "IMS HEADER") for line in stated.lines)
    if labelled and isinstance(stated.accepted, Absent):
        yield Observation(stated.accession, f"submission '{stated.accession.value}' does not say when it was accepted")
