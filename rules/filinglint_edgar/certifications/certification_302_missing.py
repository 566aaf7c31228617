"""CRT001."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, Unclear, rule
from filinglint_edgar.certifications.certifying import PERIODIC
from filinglint_edgar.exhibits.standing import some_are_withheld


@rule(
    "CRT001",
    "certification-302-missing",
    reads=(certifications, header, registration, submission),
    remedy="attach the certifications of the principal executive and financial officers as EX-31",
    authority=Authority(
        "Regulation S-K, Item 601(b)(31); Exchange Act Rules 13a-14(a) and 15d-14(a)", effective_from=date(2003, 8, 14)
    ),
    severity=Severity.WARNING,
    forms=PERIODIC,
    amendments=False,
)
def certification_302_missing(
    found: Certifications, stated: Header, registered: Registration, filing: Submission
) -> Iterator[Observation | Unclear]:
    """An annual or quarterly report has the certifications that section 302 requires as exhibits.

    A report without them is incomplete and must be amended in full. Amendments without financial
    statements may leave parts of them out, and issuers of asset-backed securities give others.
    """
    if found.of_kind("302") or found.of_kind("302-abs"):
        return
    attached = [document for document in filing.documents if document.type_name.startswith("EX-31")]
    if attached:
        yield Unclear("an exhibit 31 is attached, and no certification can be read in it", attached[0].span)
        return
    if isinstance(registered.asset_backed, Located):
        return
    if some_are_withheld(stated, filing):
        yield Unclear("the header counts documents that this file does not hold", stated.document_count)
        return
    yield Observation(stated.form, f"this '{stated.form.value}' has no certification under section 302, no EX-31")
