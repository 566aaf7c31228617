"""HDR040."""

from collections.abc import Iterator

from filinglint.facts.envelope import Envelope, envelope
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR040",
    "header-envelope-dates-differ",
    reads=(envelope,),
    severity=Severity.INFO,
    remedy="take the submission from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEC-DOCUMENT and SEC-HEADER"),
)
def envelope_dates_differ(around: Envelope) -> Iterator[Observation]:
    """The lines that open a submission and its header bear one date.

    EDGAR writes both when it disseminates the filing. Two dates far apart are two filings in one file; a day
    between them is a header made the evening before.
    """
    days = [marker.day for marker in around.markers if isinstance(marker.day, Located)]
    for day in days[1:]:
        if day.value != days[0].value:
            yield Observation(
                day,
                f"the header is of {day.value.isoformat()}, the submission of {days[0].value.isoformat()}",
                related=[(days[0], "the line that opens the submission")],
            )
