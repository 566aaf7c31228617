"""DOC009."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.document_types import is_made_by_sec


@rule(
    "DOC009",
    "main-document-type-differs",
    reads=(submission, header),
    remedy="give the first document the type of the submission",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (primary document)"),
    kinds=frozenset(("submission", "draft")),
)
def main_type_differs(filing: Submission, stated: Header) -> Iterator[Observation]:
    """The first document of a submission bears the submission's type.

    EDGAR suspends a submission without such a primary document. Letters of the staff and combined
    filings differ by nature.
    """
    if filing.main is None:
        return
    kind, form = filing.main.type.value.upper(), stated.form.value.upper()
    forms = [each.form for party in stated.parties for each in party.values]
    values = {each.value.upper() for each in forms if isinstance(each, Located)}
    if kind != form and kind not in values and not is_made_by_sec(kind) and form not in ("UPLOAD", "CORRESP"):
        yield Observation(
            filing.main.type,
            f"the first document is of type '{filing.main.type.value}', the submission of type '{stated.form.value}'",
            related=[(stated.form, f"the header says '{stated.form.value}'")],
        )
