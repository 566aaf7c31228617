"""Where a document breaks off is shown beside its beginning."""

from __future__ import annotations

from filinglint.cases import cases_of, judge_case
from filinglint.catalogue import load_catalogue


def test_where_a_document_breaks_off_is_shown() -> None:
    """The finding begins where the document does, and shows the end of what is left of it."""
    catalogue = load_catalogue()
    name = "documents/document_not_closed/cut_off"
    case = next(each for each in cases_of("filinglint_edgar", catalogue) if each.name == name)
    (finding,) = judge_case(case, case.data, catalogue).findings
    (end,) = finding.related
    assert end.place is not None
    assert end.label == "where it breaks off"
    assert end.place.byte_end == len(case.data)
