"""COV072."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule

_ANNUAL = ("10-K", "10-K405", "10-KSB", "10-KSB40")
_QUARTERLY = ("10-Q", "10-QSB")


@rule(
    "COV072",
    "report-kind-differs",
    reads=(cover_page, header),
    remedy="mark the report as what it is",
    authority=Authority("Form 10-K and Form 10-Q, cover page: (Mark One)"),
    forms=frozenset((*_ANNUAL, *_QUARTERLY)),
)
def report_kind_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The cover says whether the report is an annual, a quarterly or a transition report, and marks one of them.

    The words of the other form are left when the last report of another kind was the template.
    """
    form = stated.form
    annual = form.value.removesuffix("/A") in _ANNUAL
    own, other = cover.box("annual_report"), cover.box("quarterly_report")
    if not annual:
        own, other = other, own
    if isinstance(own.sentence, Absent) and isinstance(other.sentence, Located):
        yield Observation(
            other.sentence,
            f"the cover of a report on Form {form.value} says '{' '.join(other.sentence.value.split())}'",
            related=[(form, f"the header says {form.value}")],
        )
    transition = cover.box("transition_report")
    both = [box.ticked for box in (own, transition) if isinstance(box.ticked, Located) and box.ticked.value]
    if len(both) == 2:
        yield Observation(
            both[1],
            "the boxes of a regular report and of a transition report are both checked",
            related=[(both[0], "the other box")],
        )
