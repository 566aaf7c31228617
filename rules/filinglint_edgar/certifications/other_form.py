"""CRT005."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC

_KINDS = {"annual": "10K", "quarterly": "10Q"}


def _family(name: str) -> str:
    """Return ``10K`` for "Form 10-K/A", "10-KSB" and 10-K405: variants certify the same report."""
    letters = "".join(character for character in name.upper() if character.isalnum()).removeprefix("FORM")
    return letters[:3]


@rule(
    "CRT005",
    "certification-of-other-form",
    reads=(certifications, header),
    remedy="name the form that is filed, in every place of the certification",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32)", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def other_form(found: Certifications, stated: Header) -> Iterator[Observation]:
    """A certification names the report that it certifies.

    A quarterly certification in an annual report is the template of the last quarter, and certifies
    nothing of this report.
    """
    filed = _family(stated.form.value)
    for certification in found.certifications:
        named = certification.form
        if isinstance(named, Located) and _family(named.value) != filed:
            yield Observation(
                named,
                f"the certification is of '{named.value}', the report is '{stated.form.value}'",
                related=[(stated.form, "the submission type in the header")],
                label="the form certified",
            )
            continue
        kind = certification.report
        if isinstance(kind, Located) and _KINDS.get(kind.value.split()[0].lower(), filed) != filed:
            yield Observation(
                kind,
                f"the certification is of a '{kind.value}', the report is '{stated.form.value}'",
                related=[(stated.form, "the submission type in the header")],
                label="the kind of report certified",
            )
