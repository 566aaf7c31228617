"""COV074."""

from collections.abc import Iterator

from filinglint.facts.facing_page import FacingPage, facing_page
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent
from filinglint.rule import Authority, rule

_DELAYED = frozenset(("S-1", "S-3", "S-4", "F-1", "F-3", "F-4"))


@rule(
    "COV074",
    "facing-page-incomplete",
    reads=(facing_page,),
    remedy="put back what the facing page of the form asks for",
    authority=Authority("Form S-1 and Form S-3, facing page; Securities Act Rule 473(a) (17 CFR 230.473(a))", "should"),
    confidence=Confidence.MEDIUM,
    forms=_DELAYED,
    amendments=False,
)
def facing_page_incomplete(page: FacingPage) -> Iterator[Observation]:
    """The facing page names the agent for service, says when the sale begins, and delays the statement's effectiveness.

    Without the words of Rule 473(a) a statement becomes effective by itself on the twentieth day. Hardly any issuer
    wants that; who does says so by speaking of Section 8(a).
    """
    if isinstance(page.commencement, Absent):
        yield Observation(page.commencement, "the facing page gives no approximate date of the sale to the public")
    if isinstance(page.delaying, Absent):
        yield Observation(page.delaying, "the facing page has no delaying amendment")
    if isinstance(page.agent, Absent):
        yield Observation(page.agent, "the facing page has no agent for service")
    if isinstance(page.name_caption, Absent):
        yield Observation(page.name_caption, "the facing page does not say which name is that of the registrant")
