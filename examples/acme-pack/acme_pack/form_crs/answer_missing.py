"""The question of item 4, and whether it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from acme_pack.form_crs.facts import FORM_CRS, RelationshipSummary, crs
from filinglint import Absent, Authority, Observation, Severity, rule


@rule(
    "CRS001",
    "disciplinary-answer-missing",
    severity=Severity.ERROR,
    authority=Authority("Form CRS, Item 4.A", effective_from=date(2020, 6, 30)),
    kinds=frozenset((FORM_CRS,)),
    reads=(crs,),
    remedy="write 'Yes' or 'No' behind the question",
)
def answer_missing(summary: RelationshipSummary) -> Iterator[Observation]:
    """The question about legal or disciplinary history is answered with yes or no.

    Item 4 prescribes the question and both answers. A sentence about the firm's record is no answer to it.
    """
    answer = summary.disciplinary_answer
    if isinstance(answer, Absent):
        yield Observation(answer, "whether there is a legal or disciplinary history is not answered with yes or no")
