"""COV013."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV013",
    "cover-report-date-missing",
    reads=(cover_page,),
    remedy="state the date of the report, which is the date of the earliest event reported",
    authority=Authority("Form 8-K, cover page: date of report (date of earliest event reported)"),
    severity=Severity.ERROR,
    forms=EIGHT_K,
)
def report_date_missing(cover: CoverPage) -> Iterator[Observation]:
    """A current report states its date, that of the earliest event reported, on the cover.

    The four business days for filing run from it.
    """
    if isinstance(cover.date_of_report, Absent) and isinstance(cover.earliest_event, Absent):
        yield Observation(cover.date_of_report, "the cover states no date of the report")
