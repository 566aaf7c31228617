"""COV003."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV003",
    "registrant-name-missing",
    reads=(cover_page,),
    remedy="put the registrant's exact name, as in its charter, on the cover",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def registrant_name_missing(cover: CoverPage) -> Iterator[Observation]:
    """The cover page gives the exact name of the registrant as specified in its charter.

    The line is lost when a logo takes its place, or with the table of a template.
    """
    if isinstance(cover.registrant_name, Absent):
        yield Observation(cover.registrant_name, "the cover does not name the registrant")
