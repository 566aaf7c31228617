"""Which form an input is, and by the law of which day it is judged."""

from __future__ import annotations

from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.header import header
from filinglint.located import Located, NotApplicable


def form_of(submission: Submission) -> str | None:
    """Return the submission type that the header or the manifest gives, in capitals; None where there is none."""
    try:
        form = header.of(submission).form
    except NotApplicable:
        return None
    return form.value.upper() if isinstance(form, Located) else None


def day_of(submission: Submission, as_of: str, today: date) -> tuple[date, str]:
    """Return the day by whose law *submission* is judged, and where it comes from.

    *as_of* is ``filing``, ``today`` or an ISO date. The source is ``filed``, ``planned`` (a draft),
    ``today`` or ``given``.
    """
    if as_of == "today":
        return today, "today"
    if as_of != "filing":
        return date.fromisoformat(as_of), "given"
    try:
        filed = header.of(submission).filed
    except NotApplicable:
        return today, "today"
    if not isinstance(filed, Located):
        return today, "today"
    return filed.value, "planned" if submission.kind == "draft" else "filed"
