"""CRT002."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, Unclear, rule
from filinglint_edgar.certifications.certifying import PERIODIC
from filinglint_edgar.exhibits.standing import some_are_withheld


@rule(
    "CRT002",
    "certification-906-missing",
    reads=(certifications, header, registration, submission),
    remedy="attach the certification under section 906 as EX-32",
    authority=Authority(
        "Regulation S-K, Item 601(b)(32); 18 U.S.C. 1350; Exchange Act Rules 13a-14(b) and 15d-14(b)",
        effective_from=date(2003, 8, 14),
    ),
    forms=PERIODIC,
    amendments=False,
)
def certification_906_missing(
    found: Certifications, stated: Header, registered: Registration, filing: Submission
) -> Iterator[Observation | Unclear]:
    """A report with financial statements is accompanied by the certification of section 906.

    It may be one for both officers, and is furnished, not filed. Issuers of asset-backed securities give
    none.
    """
    attached = [document for document in filing.documents if document.type_name.startswith("EX-32")]
    if found.of_kind("906") or attached or isinstance(registered.asset_backed, Located):
        return
    if some_are_withheld(stated, filing):
        yield Unclear("the header counts documents that this file does not hold", stated.document_count)
        return
    yield Observation(stated.form, f"this '{stated.form.value}' has no certification under section 906, no EX-32")
