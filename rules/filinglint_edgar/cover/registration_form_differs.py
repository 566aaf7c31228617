"""COV062."""

import re
from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_NAMED = pattern(r"(?:form\s*)?([SF])-?(\d{1,2})(?!\d)", re.IGNORECASE)


def _form(name: str) -> str:
    """Return ``S-3`` for S-3ASR and Form S-3: the facing page names the form, not its variant."""
    m = _NAMED.match(name)
    return f"{m[1].upper()}-{m[2]}" if m else ""


@rule(
    "COV062",
    "registration-form-differs",
    reads=(cover_page, header),
    remedy="file under the form that the facing page names, or put the name of the form that is filed on it",
    authority=Authority("Securities Act Rule 401(a) (17 CFR 230.401(a)); Form S-1 and Form S-3, facing page"),
    forms=STATEMENTS,
    amendments=False,
)
def registration_form_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The facing page of a registration statement names the form as which it is filed.

    The form decides what the statement must hold and who may use it. Amendments are not looked at: one may be made
    on another form than the statement it amends, and names both.
    """
    if isinstance(cover.amendment, Located):
        return
    named, filed = _form(cover.form_name.value), _form(stated.form.value)
    if named and filed and named != filed:
        yield Observation(
            cover.form_name,
            f"the facing page is of Form '{named}', the header says '{stated.form.value}'",
            related=[(stated.form, "the submission type in the header")],
            label="the form on the facing page",
        )
