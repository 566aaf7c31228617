"""DOC043."""

from collections.abc import Iterator

from filinglint.facts.form_data import FormData, form_data
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC043",
    "holdings-report-type-differs",
    reads=(form_data, header),
    remedy="file the report under the form that its cover page names, or correct the cover page",
    authority=Authority("Form 13F, cover page: report type; General Instruction 7"),
    forms=frozenset(("13F-HR", "13F-NT")),
)
def holdings_type_differs(form: FormData, stated: Header) -> Iterator[Observation]:
    """A report of holdings says on its cover page that it is one, and a notice that it is a notice.

    Form 13F-NT is for managers whose holdings others report. The box of the last quarter stays when one becomes
    the other.
    """
    kind = form.report_type
    if isinstance(kind, Located):
        notice = stated.form.value.startswith("13F-NT")
        if notice != ("NOTICE" in kind.value.upper()):
            yield Observation(
                kind,
                f"the cover page says '{kind.value}', the header '{stated.form.value}'",
                related=[(stated.form, f"the header says {stated.form.value}")],
            )
