"""EXH020."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH020",
    "exhibit-label-missing",
    reads=(exhibits,),
    remedy="print 'Exhibit' and its number at the top of the exhibit",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def label_missing(found: Exhibits) -> Iterator[Observation]:
    """An exhibit has its number printed near its top.

    No rule demands it, but who prints or downloads the exhibit alone does not know what it belongs to.
    """
    for each in attached_documents(found):
        if isinstance(each.label, Absent):
            yield Observation(
                each.number,
                f"exhibit '{each.number.value}' has no number near its top",
                related=[(each.label, "its top")],
            )
