"""COV012."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV012",
    "cover-form-name-missing",
    reads=(cover_page,),
    remedy="put the name of the form, such as 'FORM 8-K', at the top of the cover",
    authority=Authority("Exchange Act Rule 12b-12 and the cover page of each form"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F"},
)
def form_name_missing(cover: CoverPage) -> Iterator[Observation]:
    """The cover page names the form on which the report is made.

    A document that does not say which form it is begins with something else: a page was lost, or the
    documents stand in the wrong order.
    """
    if isinstance(cover.form_name, Absent):
        yield Observation(cover.form_name, "the cover names no form")
