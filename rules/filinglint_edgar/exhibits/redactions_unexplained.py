"""EXH030."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.redactions import Redactions, redactions
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import base


@rule(
    "EXH030",
    "exhibit-redactions-unexplained",
    reads=(document, redactions),
    remedy="state prominently on the first page that parts were left out because they are not material and are private",
    authority=Authority(
        "Regulation S-K, Items 601(b)(2)(ii) and 601(b)(10)(iv) (17 CFR 229.601(b))", effective_from=date(2019, 4, 2)
    ),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
    which="exhibits",
)
def redactions_unexplained(filed: Document, found: Redactions) -> Iterator[Observation]:
    """An agreement that leaves parts out between brackets says on its first page that it does, and why.

    Since April 2019 no request is needed, but the legend is. Without it the reader cannot tell what was left out from
    what was never agreed.
    """
    if base(filed.exhibit_number) not in ("2", "10") or not isinstance(filed.type, Located):
        return
    if isinstance(found.first, Located) and isinstance(found.legend, Absent):
        times = "once" if found.count == 1 else f"{found.count} times"
        yield Observation(
            found.first,
            f"exhibit '{filed.exhibit_number}' leaves parts out {times}, and no legend near its top says so",
            related=[(found.legend, "its top")],
        )
