"""COV001."""

import re
from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.submission_types import base_type

_NAMED = pattern(r"(?:form\s*)?(8|10|20|40|6)-?([kqf])", re.IGNORECASE)


def _family(name: str) -> str:
    """Return ``10-K`` for 10-K405, 10-KSB and Form 10-K/A: the cover names the form, not its variant."""
    m = _NAMED.match(name)
    return f"{m[1]}-{m[2].upper()}" if m else ""


@rule(
    "COV001",
    "cover-form-name-differs",
    reads=(cover_page, header),
    remedy="put the name of the form that is filed on the cover, or file under the form that the cover names",
    authority=Authority("Exchange Act Rule 12b-12 and the cover page of each form"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F", "6-K"},
)
def form_name_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The cover page names the form as which the submission is filed.

    Readers, and whoever loads filings by form, take a report for what its header says. A cover that
    names another form is a template of another report, or a submission of the wrong type. Variants
    (10-K405, 10-KSB, 8-K12B) are the form whose cover they bear.
    """
    named, filed = _family(cover.form_name.value), _family(base_type(stated.form.value))
    if named and filed and named != filed:
        yield Observation(
            cover.form_name,
            f"the cover is of Form '{named}', the header says '{stated.form.value}'",
            related=[(stated.form, "the submission type in the header")],
            label="the form on the cover",
        )
