"""COV048."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.extractor import submission
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV048",
    "cover-untagged",
    reads=(cover_page, registration, submission),
    tags=frozenset(("ixbrl",)),
    remedy="tag the cover page in inline XBRL",
    authority=Authority(
        "Regulation S-T, Rule 406; Regulation S-K, Item 601(b)(104); Release 33-10618", effective_from=date(2021, 6, 15)
    ),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def cover_untagged(cover: CoverPage, registered: Registration, filing: Submission) -> Iterator[Observation]:
    """The cover page of a report is tagged in inline XBRL.

    Large filers have tagged it since 2019, all others since the periods that ended after 15 December 2020.
    Issuers of asset-backed securities need not, nor registrants without a class under the Exchange Act.
    """
    if isinstance(registered.asset_backed, Located) or not registered.under("001", "000"):
        return
    if not any(document.body is Body.IXBRL for document in filing.filed_documents):
        yield Observation(cover.form_name, "the cover page is not tagged in inline XBRL")
